#include "CAllocationCounter.h"

#include <stdlib.h>

#if defined(__GLIBC__)

#include <errno.h>

// Symbols of the program win over those of shared libraries, so defining malloc here is enough to
// see every allocation. The C library keeps its own entrances, to which the calls are passed on;
// free is not touched, for the memory is the C library's as before.
extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *pointer, size_t size);
extern void *__libc_memalign(size_t alignment, size_t size);

// One counter a thread: tests run side by side and must not count for each other.
static _Thread_local long allocations = 0;

long allocationsOfThisThread(void) { return allocations; }

void *malloc(size_t size) {
  allocations += 1;
  return __libc_malloc(size);
}

void *calloc(size_t count, size_t size) {
  allocations += 1;
  return __libc_calloc(count, size);
}

void *realloc(void *pointer, size_t size) {
  allocations += 1;
  return __libc_realloc(pointer, size);
}

void *memalign(size_t alignment, size_t size) {
  allocations += 1;
  return __libc_memalign(alignment, size);
}

void *aligned_alloc(size_t alignment, size_t size) {
  allocations += 1;
  return __libc_memalign(alignment, size);
}

int posix_memalign(void **pointer, size_t alignment, size_t size) {
  allocations += 1;
  if (alignment < sizeof(void *) || (alignment & (alignment - 1)) != 0) return EINVAL;
  void *memory = __libc_memalign(alignment, size);
  if (memory == NULL) return ENOMEM;
  *pointer = memory;
  return 0;
}

#else

long allocationsOfThisThread(void) { return -1; }

#endif
