#ifndef C_ALLOCATION_COUNTER_H
#define C_ALLOCATION_COUNTER_H

/// Allocations made by the calling thread since it started; -1 where they cannot be counted.
///
/// Linked into a test program, this module's `malloc` and its relatives stand in front of the C
/// library's for the whole process, the Swift runtime included.
long allocationsOfThisThread(void);

#endif
