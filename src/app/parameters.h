/* The parameters that resources share, declared once. */
#ifndef PROVISO_APP_PARAMETERS_H
#define PROVISO_APP_PARAMETERS_H

#include "http/parameter.h"

extern const struct parameter parameter_q, parameter_state, parameter_kind, parameter_demand, parameter_not_demand,
    parameter_program, parameter_fy, parameter_measure, parameter_position, parameter_authority, parameter_requirement,
    parameter_as_of, parameter_edition, parameter_after, parameter_limit, parameter_size, parameter_scale,
    parameter_source_kind, parameter_jurisdiction_sort, parameter_demand_sort, parameter_source_sort;

#endif
