# Every long proof is one target. SEED repeats a run, COUNT sets how long it is.
SEED  ?=
COUNT ?= 1000000

TEST  = dotnet test tests/Webhooks.Tests -c Release
FUZZ  = $(if $(SEED),FUZZ_SEED=$(SEED)) FUZZ_COUNT=$(COUNT) $(TEST) --filter
PROPS = $(if $(SEED),PROPERTY_SEED=$(SEED)) PROPERTY_COUNT=$(COUNT) $(TEST) --filter
# A filter that finds nothing has proven nothing.
SOME  = -- RunConfiguration.TreatNoTestsAsError=true

.DEFAULT_GOAL := help

.PHONY: help test bench golden publish format \
	soak-fuzz-json soak-fuzz-yaml soak-fuzz-patch soak-fuzz-schema soak-fuzz-templates soak-properties soak-histories soak-accepted

help: ## print this list
	@awk -F ':.*## ' '/^[a-z][a-z-]*:.*## / { printf "  %-20s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo "  soak targets take SEED (default: the test chooses one and prints it) and COUNT (default: $(COUNT))"

test: ## build and run all tests
	dotnet test -c Release

bench: ## run the benchmarks
	dotnet run -c Release --project tests/Webhooks.Benchmarks

golden: ## rewrite the expectations of the golden cases; read the diff before you commit it
	UPDATE_GOLDEN=1 $(TEST) --filter "FullyQualifiedName~Golden|FullyQualifiedName~Webhooks.Tests.Histories" $(SOME)

publish: ## publish the executable to artifacts/publish
	dotnet publish src/Webhooks.Server -c Release -r linux-x64 -o artifacts/publish

format: ## rewrite the source as .editorconfig says
	dotnet format

soak-fuzz-json: ## feed mutated documents to the JSON reader
	$(FUZZ) FullyQualifiedName~Fuzz.JsonFuzz $(SOME)

soak-fuzz-yaml: ## feed mutated documents to the YAML reader
	$(FUZZ) FullyQualifiedName~Fuzz.YamlFuzz $(SOME)

soak-fuzz-patch: ## feed mutated patches to the JSON Patch reader
	$(FUZZ) FullyQualifiedName~Fuzz.PatchFuzz $(SOME)

soak-fuzz-schema: ## feed mutated documents to the schema reader
	$(FUZZ) FullyQualifiedName~Fuzz.SchemaFuzz $(SOME)

soak-fuzz-templates: ## feed mutated templates to the template reader
	$(FUZZ) FullyQualifiedName~Fuzz.TemplateFuzz $(SOME)

soak-properties: ## test the properties of injection on random workloads and templates
	$(PROPS) FullyQualifiedName~InjectionSoak $(SOME)

soak-histories: COUNT = 100000
soak-histories: ## play random histories of ten updates while templates change; COUNT is 100000 unless given
	$(PROPS) FullyQualifiedName~HistoryProperties $(SOME)

soak-accepted: COUNT = 100000
soak-accepted: ## judge the pods of random workloads with templates that lint accepts; COUNT is 100000 unless given
	$(PROPS) FullyQualifiedName~AcceptedTemplates $(SOME)
