/* A sample of every kind of chart, for goldens, random runs, the gallery and the bench. Places and amounts of 2017 and
 * 2018 are partly those of public sources, partly made up: they are samples, not facts. */
#ifndef PROVISO_TESTS_CHART_SAMPLES_H
#define PROVISO_TESTS_CHART_SAMPLES_H

#include "base/money.h"
#include "chart/layout.h"

#include <string.h>

static const struct choice sample_positions[] = {{"complies", "Says it complies"},
                                                 {"no-evidence", "No evidence of non-compliance"},
                                                 {"preliminary", "Preliminary: may not comply"},
                                                 {"does-not-comply", "Says it does not comply"},
                                                 {"documents-demanded", "Documents demanded"},
                                                 {"under-review", "Under review"},
                                                 {"barred", "Barred by court"},
                                                 {"allowed", "Allowed by court"},
                                                 {"none-found", "No statement found"},
                                                 {"disputed", "Disputed"},
                                                 {NULL, NULL}};

static const struct chart_sign sample_signs[] = {{"complies", SHAPE_DISC},
                                                 {"no-evidence", SHAPE_DOTTED_RING},
                                                 {"preliminary", SHAPE_HALF_DIAMOND},
                                                 {"does-not-comply", SHAPE_STRUCK_SQUARE},
                                                 {"documents-demanded", SHAPE_ASKING_SQUARE},
                                                 {"under-review", SHAPE_RING},
                                                 {"barred", SHAPE_SHIELD_OUTLINE},
                                                 {"allowed", SHAPE_SHIELD},
                                                 {"none-found", SHAPE_DASH},
                                                 {"disputed", SHAPE_TWO_HALVES},
                                                 {NULL, SHAPES}};

/* A column a role, named like it. */
static const struct column sample_columns[CHART_ROLES] = {
    [CHART_LABEL] = {.name = "label", .type = COLUMN_TEXT},
    [CHART_VALUE] = {.name = "value", .type = COLUMN_MONEY},
    [CHART_OTHER] = {.name = "other", .type = COLUMN_MONEY},
    [CHART_SERIES] = {.name = "series", .type = COLUMN_TEXT},
    [CHART_PANEL] = {.name = "panel", .type = COLUMN_TEXT},
    [CHART_STATE] = {.name = "state", .type = COLUMN_TEXT},
    [CHART_FLAG] = {.name = "flag", .type = COLUMN_FLAG},
    [CHART_LINK] = {.name = "link", .type = COLUMN_URL},
    [CHART_FROM] = {.name = "from", .type = COLUMN_DATE},
    [CHART_UNTIL] = {.name = "until", .type = COLUMN_DATE},
    [CHART_POSITION] = {.name = "position", .type = COLUMN_POSITION, .choices = sample_positions},
    [CHART_FORM] = {.name = "form", .type = COLUMN_CODE},
    [CHART_REGION] = {.name = "region", .type = COLUMN_CODE},
    [CHART_LONGITUDE] = {.name = "longitude", .type = COLUMN_NUMBER},
    [CHART_LATITUDE] = {.name = "latitude", .type = COLUMN_NUMBER},
    [CHART_NOTED] = {.name = "noted", .type = COLUMN_FLAG},
    [CHART_OTHER_STATE] = {.name = "other_state", .type = COLUMN_TEXT},
};

/* rows: cells in the order of roles, "|" between two, an empty one for NULL, a line a row; dollars for money. */
struct chart_sample {
    enum chart_kind kind;
    enum chart_role roles[8]; /* ended by CHART_LINK, whose cells are made */
    const char *rows;
    const char *title, *subtitle, *note, *value_word, *other_word, *as_of;
};

static const struct chart_sample chart_samples[] = {
    {.kind = CHART_RANKED_BARS,
     .roles = {CHART_LABEL, CHART_VALUE, CHART_STATE, CHART_PANEL, CHART_FLAG, CHART_LINK},
     .title = "New York City received the largest reported FY2017 JAG amount among the 20 local governments",
     .subtitle = "Reported JAG allocation (16.738), FY2017 (1 Oct 2016 to 30 Sep 2017), US dollars, nominal",
     .note = "Hatched: as printed in its source, probably a misprint, not counted.",
     .rows = "California|17701281||States|0\nIllinois|6511233||States|0\nOregon|18244126||States|1\n"
             "New York City, New York|4120447||Local governments|0\nChicago, Illinois|2019194||Local governments|0\n"
             "Los Angeles, California|1953647||Local governments|0\nLouisville, Kentucky|587515||Local governments|0\n"
             "San Francisco, California|524845||Local governments|0\nDenver, Colorado|423861||Local governments|0\n"
             "Jackson, Mississippi|252439||Local governments|0\nSacramento County, California|233299||Local "
             "governments|0\nLawrence, Massachusetts|66963||Local governments|0\nAlbany, New York|63919||Local "
             "governments|0\nBernalillo County, New Mexico|60912||Local governments|0\nWest Palm Beach, "
             "Florida|59970||Local governments|0\nSonoma County, California|47104||Local governments|0\nKing County, "
             "Washington|39993||Local governments|0\nBerkeley, California|38926||Local governments|0\nBurlington, "
             "Vermont|38845||Local governments|0\nFremont, California|22849||Local governments|0\nWatsonville, "
             "California|20575||Local governments|0\nMonterey County, California|18019||Local governments|0\nCook "
             "County, Illinois||no data|Local governments|0\n"},
    {.kind = CHART_COLUMNS,
     .roles = {CHART_LABEL, CHART_VALUE, CHART_STATE, CHART_LINK},
     .title = "Chicago\xe2\x80\x99s JAG award was largest in FY2009",
     .subtitle = "Awards under JAG (16.738) to Chicago, Illinois, FY2008 to FY2017, US dollars, nominal",
     .note = "FY2017: no award was found on the date asked about.",
     .rows = "FY2008|1200000|\nFY2009|5834219|\nFY2010|4170000|\nFY2011|3430000|\nFY2012|2740000|\nFY2013|2560000|\n"
             "FY2014|2440000|\nFY2015|2100000|\nFY2016|2333428|\nFY2017||no data\n"},
    {.kind = CHART_STACKED_BAR,
     .roles = {CHART_LABEL, CHART_SERIES, CHART_VALUE, CHART_LINK},
     .title = "JAG is a third of the public-safety grants of Cook County",
     .subtitle = "Department of Justice grants to Cook County, Illinois, by program, FY2016, US dollars, nominal",
     .rows = "Cook County|Justice Assistance Grant|2333428\nCook County|COPS Hiring|1875000\nCook County|Violence "
             "Against Women|1250000\nCook County|Second Chance Act|749000\nCook County|DNA Backlog Reduction|512300\n"
             "Cook County|Bulletproof Vests|61200\nCook County|Drug Courts|48750\nCook County|Coverdell|39100\n"},
    {.kind = CHART_LINES,
     .roles = {CHART_SERIES, CHART_LABEL, CHART_VALUE, CHART_LINK},
     .title = "JAG awards to four cities fell by half from FY2010 to FY2016",
     .subtitle = "Awards under JAG (16.738), FY2010 to FY2016, US dollars, nominal",
     .note = "Los Angeles FY2013: no data.",
     .rows = "New York City|FY2010|8127000\nNew York City|FY2011|6690000\nNew York City|FY2012|5310000\nNew York "
             "City|FY2013|4860000\nNew York City|FY2014|5020000\nNew York City|FY2015|4480000\nNew York "
             "City|FY2016|4298000\nChicago|FY2010|4170000\nChicago|FY2011|3430000\nChicago|FY2012|2740000\n"
             "Chicago|FY2013|2560000\nChicago|FY2014|2440000\nChicago|FY2015|2100000\nChicago|FY2016|2333428\nLos "
             "Angeles|FY2010|3660000\nLos Angeles|FY2011|2980000\nLos Angeles|FY2012|2440000\nLos Angeles|FY2013|\nLos "
             "Angeles|FY2014|2280000\nLos Angeles|FY2015|1910000\nLos Angeles|FY2016|1868000\nPhiladelphia|"
             "FY2010|3120000\nPhiladelphia|FY2011|2610000\nPhiladelphia|FY2012|2190000\nPhiladelphia|FY2013|1980000\n"
             "Philadelphia|FY2014|1870000\nPhiladelphia|FY2015|1720000\nPhiladelphia|FY2016|1677937\n"},
    {.kind = CHART_SMALL_MULTIPLES,
     .roles = {CHART_PANEL, CHART_LABEL, CHART_VALUE, CHART_STATE, CHART_LINK},
     .title = "JAG awards by place, FY2012 to FY2017",
     .subtitle = "Awards under JAG (16.738), US dollars, nominal; every panel has the same axis",
     .note = "Chicago and Cook County share a joint award; it is not added together.",
     .rows = "Chicago|FY2012|2740000|\nChicago|FY2013|2560000|\nChicago|FY2014|2440000|\nChicago|FY2015|2100000|\n"
             "Chicago|FY2016|2333428|\nChicago|FY2017|2019194|\nCook County|FY2012|310000|\nCook "
             "County|FY2013|240000|\nCook County|FY2014|280000|\nCook County|FY2015|190000|\nCook "
             "County|FY2016|170000|\nCook County|FY2017||no data\nLos Angeles|FY2012|2440000|\nLos "
             "Angeles|FY2013|2280000|\nLos Angeles|FY2014|2110000|\nLos Angeles|FY2015|1910000|\nLos "
             "Angeles|FY2016|1868000|\nLos Angeles|FY2017|1953647|\nNew York City|FY2012|5310000|\nNew York "
             "City|FY2013|4860000|\nNew York City|FY2014|5020000|\nNew York City|FY2015|4480000|\nNew York "
             "City|FY2016|4298000|\nNew York City|FY2017|4120447|\nDenver|FY2012|512000|\nDenver|FY2013|467000|\n"
             "Denver|FY2014|455000|\nDenver|FY2015|431000|\nDenver|FY2016|440000|\nDenver|FY2017|423861|\n"
             "Louisville|FY2012|690000|\nLouisville|FY2013|612000|\nLouisville|FY2014|605000|\n"
             "Louisville|FY2015|561000|\nLouisville|FY2016|572000|\nLouisville|FY2017|587515|\n"},
    {.kind = CHART_DUMBBELL,
     .roles = {CHART_LABEL, CHART_VALUE, CHART_OTHER, CHART_STATE, CHART_LINK},
     .title = "Chicago and New York City lost most between FY2016 and FY2017",
     .subtitle = "JAG allocation (16.738), US dollars, nominal, sorted by the size of the change",
     .value_word = "FY2016",
     .other_word = "FY2017",
     .rows = "Chicago, Illinois|2333428|2019194|\nNew York City, New York|4298000|4120447|\nLos Angeles, "
             "California|1868000|1953647|\nSan Francisco, California|486000|524845|\nSacramento County, "
             "California|258000|233299|\nJackson, Mississippi|230000|252439|\nDenver, Colorado|440000|423861|\n"
             "Louisville, Kentucky|572000|587515|\nKing County, Washington||39993|\nBurlington, Vermont|||no data\n"},
    {.kind = CHART_WATERFALL,
     .roles = {CHART_LABEL, CHART_VALUE, CHART_FLAG, CHART_LINK},
     .title = "$6.1 million of $28.3 million is at stake under the notice condition",
     .subtitle = "FY2017 JAG allocations of the 23 jurisdictions, less what a court shields, as of 24 Jan 2018",
     .rows = "Allocations of the 23|28300000|1\nNot reached by the condition|-2150000|0\nShielded: plaintiffs in "
             "Illinois|-2019194|0\nShielded: plaintiffs in California|-18044000|0\nAt stake||1\n"},
    {.kind = CHART_STATUS_MATRIX,
     .roles = {CHART_LABEL, CHART_SERIES, CHART_POSITION, CHART_FROM, CHART_NOTED, CHART_LINK},
     .title = "Authorities differ on most of the 23 jurisdictions",
     .subtitle = "Newest position of each authority on 8 U.S.C. \xc2\xa7 1373, as of 24 Jan 2018",
     .rows = "Chicago, Illinois|Department of Justice|documents-demanded|2018-01-24|1\n"
             "Chicago, Illinois|Jurisdiction|complies|2017-11-15|1\n"
             "Chicago, Illinois|Court|barred|2017-09-15|1\n"
             "Cook County, Illinois|Department of Justice|documents-demanded|2018-01-24|0\n"
             "Cook County, Illinois|Jurisdiction|complies||0\n"
             "Cook County, Illinois|Court|none-found||0\n"
             "New York City, New York|Department of Justice|preliminary|2017-10-11|1\n"
             "New York City, New York|Jurisdiction|complies|2017-10-27|1\n"
             "State of California|Department of Justice|does-not-comply|2017-11-01|1\n"
             "State of California|Jurisdiction|complies|2017-11-29|1\n"
             "State of California|Court|under-review|2018-01-09|1\n"
             "Louisville, Kentucky|Department of Justice|no-evidence|2017-10-11|0\n"
             "Louisville, Kentucky|Jurisdiction|complies|2017-12-07|0\n"
             "Louisville, Kentucky|Court|none-found||0\n"
             "Philadelphia, Pennsylvania|Department of Justice|preliminary|2017-10-11|1\n"
             "Philadelphia, Pennsylvania|Jurisdiction|complies|2017-10-27|1\n"
             "Philadelphia, Pennsylvania|Court|allowed|2017-11-15|1\n"},
    {.kind = CHART_TIMELINE,
     .roles = {CHART_SERIES, CHART_LABEL, CHART_FROM, CHART_UNTIL, CHART_POSITION, CHART_FORM, CHART_LINK},
     .title = "Chicago: the Department and the city have differed since October 2017",
     .subtitle = "Claims about 8 U.S.C. \xc2\xa7 1373, demands and deadlines, as of 24 Jan 2018",
     .as_of = "2018-01-24",
     .rows = "Agency|Inspector General\xe2\x80\x99s memorandum|2016-05-31|2017-10-12|under-review|bar\nAgency|"
             "Preliminary assessment|2017-10-12||preliminary|bar\nAgency|Letter to 29 "
             "jurisdictions|2017-11-15|||tick\nAgency|Demand for documents|2018-01-24|||tick\nAgency|Answer "
             "due|2018-02-23|||flag\nAgency|Answer due|2017-10-27|||flag\nJurisdiction|Complaint "
             "filed|2017-08-07||complies|bar\nCourt|Preliminary injunction|2017-09-15||barred|bar\nCourt|Stay "
             "denied|2017-10-13|||tick\n"},
    {.kind = CHART_DEADLINES,
     .roles = {CHART_LABEL, CHART_FROM, CHART_STATE, CHART_LINK},
     .title = "Six deadlines, the next in 30 days",
     .subtitle = "Deadlines set for the 23 jurisdictions, as of 24 Jan 2018",
     .as_of = "2018-01-24",
     .rows = "Answers to the letters of April 2017|2017-06-30|answered\nChicago: answer to the preliminary "
             "assessment|2017-10-27|answered\nAnswers to the letters of November 2017|2017-12-08|answered\nDocuments "
             "demanded of the 23|2018-02-23|\nBrief of the appellant, Seventh Circuit|2018-04-10|\nOpposition to the "
             "motion to dismiss||date not set\n"},
    {.kind = CHART_TILE_GRID,
     .roles = {CHART_REGION, CHART_LABEL, CHART_VALUE, CHART_STATE, CHART_LINK},
     .title = "California\xe2\x80\x99s JAG allocation is the largest of all states",
     .subtitle = "State JAG allocation (16.738), FY2017, US dollars, nominal",
     .rows = "AL|Alabama|3271000|\nAK|Alaska|860000|\nAZ|Arizona|3540000|\nAR|Arkansas|2190000|\nCA|California|"
             "17701281|\nCO|Colorado|2620000|\nCT|Connecticut|1590000|\nDE|Delaware|1020000|\nDC|District of "
             "Columbia|1530000|\nFL|Florida|10840000|\nGA|Georgia|4890000|\nHI|Hawaii|800000|\nID|Idaho|910000|\n"
             "IL|Illinois|6511233|\nIN|Indiana|3350000|\nIA|Iowa|1600000|\nKS|Kansas|1850000|\nKY|Kentucky|1960000|\n"
             "LA|Louisiana|3060000|\nME|Maine|700000|\nMD|Maryland|3270000|\nMA|Massachusetts|3190000|\nMI|Michigan|"
             "4810000|\nMN|Minnesota|2240000|\nMS|Mississippi|1690000|\nMO|Missouri|3590000|\nMT|Montana|820000|\n"
             "NE|Nebraska|1120000|\nNV|Nevada|2180000|\nNH|New Hampshire|910000|\nNJ|New Jersey|3580000|\nNM|New "
             "Mexico|1690000|\nNY|New York|8640000|\nNC|North Carolina|4510000|\nND|North Dakota|580000|\nOH|Ohio|"
             "4680000|\nOK|Oklahoma|2220000|\nOR|Oregon||not counted\nPA|Pennsylvania|5350000|\nRI|Rhode Island|"
             "830000|\nSC|South Carolina|3010000|\nSD|South Dakota|640000|\nTN|Tennessee|4350000|\nTX|Texas|"
             "12580000|\nUT|Utah|1450000|\nVT|Vermont|478000|\nVA|Virginia|3260000|\nWA|Washington|3110000|\nWV|West "
             "Virginia|1140000|\nWI|Wisconsin|2770000|\nWY|Wyoming|520000|\nPR|Puerto Rico|1890000|\nGU|Guam|0|\n"},
    {.kind = CHART_DOT_MAP,
     .roles = {CHART_LABEL, CHART_LONGITUDE, CHART_LATITUDE, CHART_VALUE, CHART_STATE, CHART_LINK},
     .title = "Where the 20 local governments of the January 2018 demand are",
     .subtitle = "Reported JAG allocation (16.738), FY2017, US dollars, nominal",
     .rows = "New York City|-73.94|40.66|4120447|\nChicago|-87.68|41.84|2019194|\nLos Angeles|-118.41|34.02|1953647|\n"
             "Louisville|-85.65|38.17|587515|\nSan Francisco|-122.44|37.73|524845|\nDenver|-104.88|39.76|423861|\n"
             "Jackson|-90.21|32.32|252439|\nSacramento County|-121.34|38.45|233299|\nLawrence|-71.16|42.7|66963|\n"
             "Albany|-73.8|42.67|63919|\nBernalillo County|-106.67|35.05|60912|\nWest Palm Beach|-80.13|26.75|59970|\n"
             "Sonoma County|-122.89|38.53|47104|\nKing County|-121.8|47.49|39993|\nBerkeley|-122.3|37.87|38926|\n"
             "Burlington|-73.23|44.49|38845|\nFremont|-121.98|37.49|22849|\nWatsonville|-121.76|36.92|20575|\n"
             "Monterey County|-121.24|36.22|18019|\nCook County|-87.82|41.9||no data\nAnchorage|-149.28|61.18|90000|\n"
             "Honolulu|-157.84|21.32|120000|\nSan Juan, Puerto Rico|-66.06|18.4|150000|\n"},
    {.kind = CHART_STRIP_PLOT,
     .roles = {CHART_PANEL, CHART_LABEL, CHART_VALUE, CHART_LINK},
     .title = "Most of the local amounts are below $100,000",
     .subtitle = "Reported JAG allocation (16.738), FY2017, US dollars, nominal; each tick is one place",
     .rows = "Cities|New York City|4120447\nCities|Chicago|2019194\nCities|Los Angeles|1953647\nCities|Louisville|"
             "587515\nCities|San Francisco|524845\nCities|Denver|423861\nCities|Jackson|252439\nCities|Lawrence|"
             "66963\nCities|Albany|63919\nCities|West Palm Beach|59970\nCities|Berkeley|38926\nCities|Burlington|"
             "38845\nCities|Fremont|22849\nCities|Watsonville|20575\nCounties|Sacramento County|233299\nCounties|"
             "Bernalillo County|60912\nCounties|Sonoma County|47104\nCounties|King County|39993\nCounties|Monterey "
             "County|18019\nCounties|Cook County|17233\n"},
};
_Static_assert(G_N_ELEMENTS(chart_samples) == CHART_KINDS, "a sample for each kind");

static inline struct cell sample_cell(struct arena *arena, enum chart_role role, const char *text)
{
    int64_t cents;
    if (!*text)
        return cell_null();
    switch (sample_columns[role].type) {
    case COLUMN_MONEY: g_assert_true(money_parse(text, &cents)); return cell_integer(cents);
    case COLUMN_FLAG: return cell_integer(*text == '1');
    case COLUMN_NUMBER: return (struct cell){.kind = CELL_REAL, .real = g_ascii_strtod(text, NULL)};
    default: return cell_text(arena_strdup(arena, text));
    }
}

static inline size_t sample_width(const struct chart_sample *sample)
{
    size_t width = 0;
    while (sample->roles[width] != CHART_LINK)
        width++;
    return width + 1;
}

static inline struct result *sample_result(struct arena *arena, const struct chart_sample *sample)
{
    size_t width = sample_width(sample);
    const struct column **columns = ARENA_ARRAY(arena, const struct column *, width);
    for (size_t i = 0; i < width; i++)
        columns[i] = &sample_columns[sample->roles[i]];
    struct result *data = result_new(arena, "sample", columns, width);
    g_auto(GStrv) lines = g_strsplit(sample->rows, "\n", -1);
    for (char **line = lines; *line && **line; line++) {
        g_auto(GStrv) parts = g_strsplit(*line, "|", -1);
        g_assert_cmpuint(g_strv_length(parts), ==, width - 1);
        size_t row = data->n_rows;
        struct cell *cells = result_append(arena, data);
        for (size_t i = 0; i + 1 < width; i++)
            cells[i] = sample_cell(arena, sample->roles[i], parts[i]);
        cells[width - 1] = cell_text(arena_printf(arena, "/rows/%zu?edition=1", row));
    }
    return data;
}

static inline struct chart_spec sample_chart(struct arena *arena, const struct catalog *catalog,
                                             const struct chart_sample *sample)
{
    struct chart_spec spec = {.kind = sample->kind,
                              .data = sample_result(arena, sample),
                              .flag_word = "not counted",
                              .value_word = sample->value_word,
                              .other_word = sample->other_word,
                              .as_of = sample->as_of,
                              .signs = sample_signs,
                              .noted = "disputed",
                              .noted_word = "Disputed",
                              .title = sample->title,
                              .subtitle = sample->subtitle,
                              .note = sample->note,
                              .source = "Source: sample data",
                              .foot = "As of 24 Jan 2018 \xc2\xb7 Edition 1 \xc2\xb7 example.org/charts",
                              .catalog = catalog};
    for (size_t i = 0; i < sample_width(sample); i++)
        spec.columns[sample->roles[i]] = sample_columns[sample->roles[i]].name;
    return spec;
}

#endif
