#pragma once
#include <stddef.h>
#include <stdint.h>

/* From the compiler's own runtime; there only in a build with -sanitize=fuzzer. */
int LLVMFuzzerRunDriver(int *count, char ***arguments, int (*try_bytes)(const uint8_t *, size_t));
