/* The note is found in the program's own memory, so that no file has to be read: a copied or replaced program keeps the
 * identity of what runs. */
#include "base/build_id.h"

#include <elf.h>
#include <link.h>

enum { ALIGNMENT = 4 };

static size_t aligned(size_t length)
{
    return (length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
}

/* A note is a head, a name and a description, the latter two filled up to whole words. */
static void add_notes(GChecksum *checksum, const unsigned char *at, size_t length)
{
    const unsigned char *end = at + length;
    while ((size_t)(end - at) > sizeof(ElfW(Nhdr))) {
        const ElfW(Nhdr) *head = (const void *)at;
        const unsigned char *description = at + sizeof *head + aligned(head->n_namesz);
        if (head->n_type == NT_GNU_BUILD_ID)
            g_checksum_update(checksum, description, head->n_descsz);
        at = description + aligned(head->n_descsz);
    }
}

/* The program itself is told first; its libraries are of no interest. */
static int add_program(struct dl_phdr_info *info, size_t size, void *checksum)
{
    (void)size;
    for (size_t i = 0; i < info->dlpi_phnum; i++) {
        const ElfW(Phdr) *part = &info->dlpi_phdr[i];
        if (part->p_type == PT_NOTE && part->p_align == ALIGNMENT)
            add_notes(checksum, (const unsigned char *)(info->dlpi_addr + part->p_vaddr), part->p_memsz);
    }
    return 1;
}

void build_id_add(GChecksum *checksum)
{
    dl_iterate_phdr(add_program, checksum);
}
