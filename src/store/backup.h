/* The register as one file, out of the state folder and back into it. */
#ifndef PROVISO_STORE_BACKUP_H
#define PROVISO_STORE_BACKUP_H

#include "base/arena.h"
#include "base/error.h"

#include <stdbool.h>
#include <stdint.h>

struct backup {
    char content_hash[65];
    int64_t n_rows; /* public rows */
};

/* Copies the register of STATE, as it is at one moment and while others may be at work on it, to FILE in one step; an
 * older backup of the name is replaced. The copy has been read through before it gets the name. ERROR_NOT_FOUND: no
 * register. ERROR_BAD_REQUEST: FILE is something else than a backup. Nothing was replaced then, nor for ERROR_IO and
 * ERROR_DATA. */
bool backup_register(struct arena *arena, const char *state, const char *file, struct backup *backup, GError **error);

/* Puts a copy of FILE in the place of the register of STATE in one step. ERROR_DATA: FILE is damaged, no register, or
 * of another version of the program; then the register is as it was. Editions stay: publish makes the next. */
bool restore_register(struct arena *arena, const char *state, const char *file, struct backup *backup, GError **error);

#endif
