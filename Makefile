# Proviso. `make help` lists the targets. `make` alone builds and needs no network when the packages are there.

export B ?= build
ifeq ($(origin CC),default)
CC       := gcc
endif
SANITIZE ?=

PKGS     := glib-2.0 gio-2.0 sqlite3 jansson nettle
DRAW     := pangocairo pangoft2 fontconfig cairo libpng
CFLAGS   ?= -O2 -g
WARN     := -Wall -Wextra -Werror -Wconversion -Wshadow -Wformat=2 -Wvla
HARDEN   := -fstack-protector-strong -fstack-clash-protection -fcf-protection -ffunction-sections -fPIE $(if $(SANITIZE),,-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2)
ALL_C    := -std=c17 -D_GNU_SOURCE -Isrc -I$(B)/generated -DGLIB_VERSION_MAX_ALLOWED=GLIB_VERSION_2_74 \
            -DPROVISO_VERSION='"$(shell cat VERSION)"' $(WARN) $(HARDEN) $(shell pkg-config 2>/dev/null --cflags $(PKGS) $(DRAW)) \
            $(if $(SANITIZE),-fsanitize=$(SANITIZE) -fno-sanitize-recover=all -fno-omit-frame-pointer) -MMD -MP
LINK     := -pie -Wl,--build-id -Wl,-z,relro,-z,now -Wl,--as-needed -Wl,--gc-sections $(if $(SANITIZE),-fsanitize=$(SANITIZE))
LIBS     := $(shell pkg-config 2>/dev/null --libs $(PKGS)) -lfcgi -lgettextpo -lm
LIBS_DRAW := $(shell pkg-config 2>/dev/null --libs $(DRAW)) -ldeflate
LIBS_FILES := -lxlsxwriter -larchive
LIBS_REPORT := $(LIBS_DRAW) -lqrencode -lqpdf

SRC      := $(filter-out src/tool/%,$(wildcard src/*/*.c))
TOOL     := $(wildcard src/tool/*.c)
OBJ      := $(SRC:%.c=$(B)/obj/%.o) $(B)/obj/generated/sql.o $(B)/obj/generated/us_states.o
PROGRAMS := $(patsubst cgi-bin/%.c,$(B)/%,$(wildcard cgi-bin/*.c)) $(if $(TOOL),$(B)/proviso)
UNIT     := $(patsubst tests/unit/%.c,$(B)/unit/%,$(wildcard tests/unit/*/test_*.c))
SQL      := $(wildcard src/store/sql/*.sql src/store/sql/*/*.sql)

all: $(PROGRAMS) ## builds the programs

$(B)/obj/%.o: %.c
	@mkdir -p $(@D)
	@echo "  CC   $@"
	@$(CC) $(ALL_C) $(CFLAGS) -c $< -o $@

# What a list of files makes is made each time and kept where it says the same: no file need be newer than it where one
# has gone, or has another name.
KEEP      = cmp -s $@.new $@ && rm $@.new || mv $@.new $@
$(B)/generated/sql.gresource.xml: FORCE
	@mkdir -p $(@D)
	@{ echo '<gresources><gresource prefix="/sql">'; \
	  for f in $(SQL:src/store/sql/%=%); do echo "<file>$$f</file>"; done; \
	  echo '</gresource></gresources>'; } >$@.new
	@$(KEEP)
$(B)/generated/sql.c: $(B)/generated/sql.gresource.xml $(SQL)
	@glib-compile-resources --sourcedir=src/store/sql --generate-source --c-name=proviso_sql --target=$@ $<
$(B)/generated/sql.h: $(B)/generated/sql.gresource.xml
	@glib-compile-resources --sourcedir=src/store/sql --generate-header --c-name=proviso_sql --target=$@ $<
$(B)/obj/generated/%.o: $(B)/generated/%.c
	@mkdir -p $(@D)
	@echo "  CC   $@"
	@$(CC) $(ALL_C) -Wno-error -Wno-overlength-strings -Wno-conversion $(CFLAGS) -c $< -o $@
$(B)/obj/src/store/sql.o: $(B)/generated/sql.h

# What editions are made by: one of another recipe is made anew. And what is asked of them: one that the very statements
# were tried on when it was made is opened without trying them again.
RECIPE   := $(sort $(wildcard src/store/*.[ch]) $(filter src/store/sql/schema/% src/store/sql/write/%,$(SQL)))
ASKED    := $(sort $(RECIPE) $(SQL) $(wildcard src/app/column*.[ch]))
$(B)/generated/recipe.h: FORCE
	@mkdir -p $(@D)
	@echo "#define RECIPE_DIGEST \"$$(cat $(RECIPE) | sha256sum | cut -c1-64)\"" >$@.new
	@echo "#define ASKED_DIGEST \"$$(cat $(ASKED) | sha256sum | cut -c1-64)\"" >>$@.new
	@$(KEEP)
$(B)/obj/src/store/recipe.o: $(B)/generated/recipe.h

# The outlines of the dot map stand in the program, so that drawing opens no file.
$(B)/generated/us_states.gresource.xml: Makefile
	@mkdir -p $(@D)
	@echo '<gresources><gresource><file>us-states.outline</file></gresource></gresources>' >$@
$(B)/generated/us_states.c: $(B)/generated/us_states.gresource.xml assets/us-states.outline
	@glib-compile-resources --sourcedir=assets --generate-source --c-name=proviso_us_states --target=$@ $<
$(B)/generated/us_states.h: $(B)/generated/us_states.gresource.xml assets/us-states.outline
	@glib-compile-resources --sourcedir=assets --generate-header --c-name=proviso_us_states --target=$@ $<
$(B)/obj/src/chart/outline.o: $(B)/generated/us_states.h

# Programs are linked with the library: it is made anew where the list of their own objects is another, too.
$(B)/objects: FORCE
	@mkdir -p $(@D)
	@echo $(OBJ) $(TOOL) >$@.new
	@$(KEEP)
$(B)/libproviso.a: $(OBJ) $(B)/objects
	@rm -f $@
	@ar rcs $@ $(OBJ)

$(B)/files: $(B)/obj/cgi-bin/files.o $(B)/libproviso.a
	@echo "  CC   $@"
	@$(CC) $(LINK) $^ $(LIBS) $(LIBS_REPORT) $(LIBS_FILES) -o $@
$(B)/pages: $(B)/%: $(B)/obj/cgi-bin/%.o $(B)/libproviso.a
	@echo "  CC   $@"
	@$(CC) $(LINK) $^ $(LIBS) -o $@
$(B)/charts: $(B)/obj/cgi-bin/charts.o $(B)/libproviso.a
	@echo "  CC   $@"
	@$(CC) $(LINK) $^ $(LIBS) $(LIBS_DRAW) -o $@
$(B)/proviso: $(TOOL:%.c=$(B)/obj/%.o) $(B)/libproviso.a
	@echo "  CC   $@"
	@$(CC) $(LINK) $^ $(LIBS) $(LIBS_REPORT) $(LIBS_FILES) -o $@

$(B)/unit/%: tests/unit/%.c $(B)/libproviso.a
	@mkdir -p $(@D)
	@echo "  CC   $@"
	@$(CC) $(ALL_C) $(CFLAGS) -Itests/unit $(LINK) $< $(B)/libproviso.a $(LIBS) $(LIBS_REPORT) $(LIBS_FILES) -o $@

unit: $(UNIT) $(B)/bench/report ## builds the unit tests, and the program that tests/report tries

# A main that runs a fuzz target on every file of a folder, for replaying corpora without libFuzzer.
FUZZ     := $(patsubst tests/fuzz/fuzz_%.c,%,$(wildcard tests/fuzz/fuzz_*.c))
$(B)/fuzz/replay_%: tests/fuzz/fuzz_%.c tests/fuzz/replay.c $(B)/libproviso.a
	@mkdir -p $(@D)
	@echo "  CC   $@"
	@$(CC) $(ALL_C) $(CFLAGS) -Itests/unit $(LINK) $(filter %.c,$^) $(B)/libproviso.a $(LIBS) $(LIBS_REPORT) $(LIBS_FILES) -o $@
replay: $(FUZZ:%=$(B)/fuzz/replay_%)

# Words once shaped are kept, which the search for leaks after an input takes for one; the replayed corpus is searched.
FUZZ_RUN_chart := -detect_leaks=0 -max_len=400 -len_control=20 -entropic_scale_per_exec_time=1
# The fuzz targets share one library, which counts the edges of our own source and of nothing else.
$(B)/fuzzer/libproviso.a: FORCE
	@$(MAKE) --no-print-directory B=$(B)/fuzzer CC=clang-14 SANITIZE=fuzzer-no-link,address,undefined \
	    CFLAGS='-O1 -g -fno-sanitize-recover=all -DFUZZING_BUILD_MODE_UNSAFE_FOR_PRODUCTION' $@
$(B)/fuzz/fuzz_%: tests/fuzz/fuzz_%.c $(B)/fuzzer/libproviso.a
	@mkdir -p $(@D)
	@echo "  CC   $@"
	@clang-14 -fsanitize=fuzzer,address,undefined $(filter-out -MMD -MP,$(ALL_C)) -Itests/unit -g -O1 -fno-sanitize-recover=all $< $(B)/fuzzer/libproviso.a \
	    $(LIBS) $(LIBS_REPORT) $(LIBS_FILES) -o $@

help: ## lists the targets
	@sed -n 's/^\([a-z-]*\):.*##/  make \1\t/p' $(firstword $(MAKEFILE_LIST)) | expand -t 20

setup: ## installs what building and running need
	@src/tool/setup.sh build run

run: ## installs what is missing, builds, publishes the shipped register, serves it on 127.0.0.1:8080 (PORT PREFIX WORKERS STATE)
	@src/tool/setup.sh build run
	@$(MAKE) --no-print-directory all
	@src/tool/run.sh

test: ## installs what the tests need, builds, and runs all of them (ONLY=NAME... runs some)
	@src/tool/setup.sh build run test
	@$(MAKE) --no-print-directory all unit replay check
	@tests/run $(ONLY)

messages: ## brings the catalogues of templates/messages in step with the source
	@src/tool/setup.sh messages
	@mkdir -p $(B)
	@src/tool/messages.py >$(B)/messages.pot
	@for f in templates/messages/*.po; do \
	  msgmerge --quiet --update --backup=none --no-fuzzy-matching --width=120 $$f $(B)/messages.pot && \
	  msgattrib --no-obsolete --width=120 -o $$f $$f && echo "$$f: $$(msgfmt --statistics -o /dev/null $$f 2>&1)"; done

check: ## holds the source against its rules
	@tests/check/run

sanitize: ## builds apart with the address and undefined-behaviour sanitizers, and runs all tests but the browser's on that (ONLY)
	@src/tool/setup.sh build run test
	@$(MAKE) --no-print-directory B=build/sanitize SANITIZE=address,undefined CFLAGS='-O1 -g' all unit replay
	@B=build/sanitize tests/run $(or $(ONLY),unit/ fuzz/ check/ http/ report/ fault/)

clang: ## builds everything anew with clang, which must not warn either
	@src/tool/setup.sh build fuzz
	@rm -rf build/clang
	@$(MAKE) --no-print-directory B=build/clang CC=clang-14 all unit replay

fuzz: ## runs every fuzz target for SECONDS each (60)
	@src/tool/setup.sh build run fuzz
	@$(MAKE) --no-print-directory $(FUZZ:%=$(B)/fuzz/fuzz_%)
	@$(foreach f,$(FUZZ),mkdir -p $(B)/fuzz/found/$f && $(B)/fuzz/fuzz_$f -max_total_time=$${SECONDS_EACH:-60} $(FUZZ_RUN_$f) \
	    $(patsubst %,-dict=%,$(wildcard tests/fuzz/$f.dict)) -artifact_prefix=$(B)/fuzz/found/$f- $(B)/fuzz/found/$f tests/fuzz/corpus/$f &&) true

fault: ## kills publish and import ROUNDS times (500) and fails every call of either once
	@src/tool/setup.sh build run test
	@$(MAKE) --no-print-directory all
	@ROUNDS=$${ROUNDS:-500} python3 tests/http/tap.py tests/fault/test_publish.py
	@ROUNDS=$${ROUNDS:-500} python3 tests/http/tap.py tests/fault/test_disk.py
	@ROUNDS=$${ROUNDS:-500} EVERY_CALL=1 python3 tests/http/tap.py tests/fault/test_import.py

bench: ## requests a second against a bare FastCGI program and PHP-FPM, milliseconds of public questions on a synthetic register, charts against gnuplot, rrdtool and vega-lite, reports against wkhtmltopdf and weasyprint, imported actions a second against a bare insert loop, memory of whole files
	@src/tool/setup.sh build run bench
	@$(MAKE) --no-print-directory all $(B)/bench/floor $(B)/bench/statement $(B)/bench/synthetic $(B)/bench/insert $(B)/bench/chart $(B)/bench/report
	@tests/bench/run
	@tests/bench/charts
	@tests/bench/reports
	@tests/bench/import $(ACTIONS)
	@tests/bench/files $(ACTIONS)
	@tests/bench/queries --actions $(or $(ACTIONS),300000)

$(B)/bench/%: tests/bench/%.c
	@mkdir -p $(@D)
	@$(CC) -std=c17 -D_GNU_SOURCE $(WARN) $(CFLAGS) $< $(shell pkg-config --cflags --libs glib-2.0 sqlite3) -lfcgi -o $@

gallery: $(B)/gallery/gallery ## draws every kind and size of chart from sample data into build/gallery/index.html
	@$< $(B)/gallery

$(B)/gallery/gallery: tests/gallery/gallery.c tests/unit/chart/samples.h $(B)/libproviso.a
	@mkdir -p $(@D)
	@echo "  CC   $@"
	@$(CC) $(ALL_C) $(CFLAGS) -Itests/unit $(LINK) $< $(B)/libproviso.a $(LIBS) $(LIBS_DRAW) -o $@

$(B)/bench/chart: tests/bench/chart.c tests/unit/chart/samples.h $(B)/libproviso.a
	@mkdir -p $(@D)
	@$(CC) $(ALL_C) $(CFLAGS) -Itests/unit $(LINK) $< $(B)/libproviso.a $(LIBS) $(LIBS_DRAW) -o $@

$(B)/bench/statement $(B)/bench/floor: $(B)/bench/%: tests/bench/%.c $(B)/libproviso.a
	@mkdir -p $(@D)
	@$(CC) $(ALL_C) $(CFLAGS) $(LINK) $< $(B)/libproviso.a $(LIBS) -o $@

$(B)/bench/report: tests/bench/report.c $(B)/libproviso.a
	@mkdir -p $(@D)
	@$(CC) $(ALL_C) $(CFLAGS) $(LINK) $< $(B)/libproviso.a $(LIBS) $(LIBS_REPORT) -o $@

clean: ## removes what was built; the state in var/ stays
	rm -rf build

.PHONY: FORCE all unit replay help setup run test messages check sanitize clang fuzz fault bench gallery clean
.SECONDARY:
-include $(shell find $(B)/obj $(B)/unit -name '*.d' 2>/dev/null)
