/* What an import did, in words and sums. */
#ifndef PROVISO_TOOL_ACCOUNT_H
#define PROVISO_TOOL_ACCOUNT_H

#include "import/import.h"

void account_print(const struct register_store *reg, const struct import_options *options,
                   const struct import_report *report);

#endif
