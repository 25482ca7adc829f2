# Every long proof is one target. SEED repeats a run, COUNT sets how long it is.
SEED  ?=
COUNT ?= 1000000

TEST  = dotnet test tests/Webhooks.Tests -c Release
FUZZ  = $(if $(SEED),FUZZ_SEED=$(SEED)) FUZZ_COUNT=$(COUNT) $(TEST) --filter
PROPS = $(if $(SEED),PROPERTY_SEED=$(SEED)) PROPERTY_COUNT=$(COUNT) $(TEST) --filter
# A filter that finds nothing has proven nothing.
SOME  = -- RunConfiguration.TreatNoTestsAsError=true

.DEFAULT_GOAL := help

# Every target is a command; none makes a file of its name.
.PHONY: $(shell sed -n 's/^\([a-z][a-z-]*\):.*/\1/p' $(MAKEFILE_LIST))

help: ## print this list
	@awk -F ':.*## ' '/^[a-z][a-z-]*:.*## / { printf "  %-20s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo "  soak targets take SEED (default: the test chooses one and prints it) and COUNT (default: $(COUNT))"

test: ## build and run all tests
	dotnet test -c Release

bench: ## run the benchmarks
	dotnet run -c Release --project tests/Webhooks.Benchmarks

bench-load: publish ## load the published server beside an empty one; needs two cores and taskset
	dotnet publish tests/Webhooks.Echo -c Release -r linux-x64 -o artifacts/echo
	dotnet run -c Release --project tests/Webhooks.Benchmarks -- load --server artifacts/publish/webhooks --echo artifacts/echo/echo

bench-sandbox: ## load the in-memory API server beside an empty one, in one process
	dotnet run -c Release --project tests/Webhooks.Benchmarks -- sandbox

bench-watch: ## follow Pods beside parsing the same lines, and list 10,000 of them
	dotnet run -c Release --project tests/Webhooks.Benchmarks -- watch

bench-cache: ## measure the cache of an informer beside an immutable dictionary
	dotnet run -c Release --project tests/Webhooks.Benchmarks -- cache

bench-validate: ## answer a custom resource of 100 KB under a schema of 500 properties
	dotnet run -c Release --project tests/Webhooks.Benchmarks -- validate

golden: ## rewrite the expectations of the golden cases; read the diff before you commit it
	UPDATE_GOLDEN=1 $(TEST) --filter "FullyQualifiedName~Golden|FullyQualifiedName~Webhooks.Tests.Histories" $(SOME)

golden-kubectl: ## rewrite what the sessions with kubectl expect; read the diff before you commit it
	UPDATE_GOLDEN=1 dotnet test tests/Webhooks.FunctionalTests -c Release --filter FullyQualifiedName~Kubectl $(SOME)

contract: ## replay the recordings of DIR (default: tests/Transcripts) against the in-memory API server; ONLY=area/slug
	CONTRACT_DIR=$(abspath $(or $(DIR),tests/Transcripts)) CONTRACT_ONLY=$(ONLY) dotnet test tests/Webhooks.FunctionalTests -c Release \
		--logger "console;verbosity=detailed" --filter FullyQualifiedName~Contract.ContractFolder $(SOME)

oracle: ## answer the custom resources recorded in DIR (default: tests/Oracle) and print every miss and a table by area
	ORACLE_DIR=$(abspath $(or $(DIR),tests/Oracle)) $(TEST) --logger "console;verbosity=detailed" --filter FullyQualifiedName~OracleFolder $(SOME)

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

soak-fuzz-patterns: ## feed damaged regular expressions to their reader
	$(FUZZ) FullyQualifiedName~PatternFuzz $(SOME)

soak-fuzz-objects: ## answer damaged and random custom resources under damaged and random schemas
	$(FUZZ) FullyQualifiedName~Fuzz.Objects $(SOME)

soak-fuzz-kubeconfig: ## feed mutated kubeconfig files to their reader
	$(FUZZ) FullyQualifiedName~KubeconfigFuzz $(SOME)

soak-properties: ## test the properties of injection on random workloads and templates
	$(PROPS) FullyQualifiedName~InjectionSoak $(SOME)

soak-patterns: ## search by random regular expressions in every way there is, and by Regex
	$(PROPS) FullyQualifiedName~PatternSoak $(SOME)

soak-histories: COUNT = 100000
soak-histories: ## play random histories of ten updates while templates change; COUNT is 100000 unless given
	$(PROPS) FullyQualifiedName~HistoryProperties $(SOME)

soak-accepted: COUNT = 100000
soak-accepted: ## judge the pods of random workloads with templates that lint accepts; COUNT is 100000 unless given
	$(PROPS) FullyQualifiedName~AcceptedTemplates $(SOME)

soak-queue: ## work at one queue of the client with sixteen threads
	$(PROPS) FullyQualifiedName~QueueSoak $(SOME)

soak-informer: ## play random histories of a cache whose handlers come and go
	$(PROPS) FullyQualifiedName~InformerSoak $(SOME)

soak-election: COUNT = 1000
soak-election: ## play schedules of candidates for one Lease, with clocks and networks that go wrong; COUNT is 1000 unless given
	$(PROPS) FullyQualifiedName~ElectionSoak $(SOME)

soak-watch-histories: COUNT = 1000
soak-watch-histories: ## reflect a server at which everything goes wrong; COUNT is 1000 histories unless given
	$(PROPS) FullyQualifiedName~WatchHistories $(SOME)

soak-watch-events: COUNT = 100000
soak-watch-events: ## reflect a watch that breaks after each 200 events, and look at the heap; COUNT is 100000 events unless given
	$(PROPS) FullyQualifiedName~WatchEventsSoak $(SOME)

# Proofs under load: COUNT is that of the whole proof unless given.
SOAK = $(if $(SEED),SOAK_SEED=$(SEED)) SOAK_COUNT=$(COUNT) dotnet test tests/Webhooks.FunctionalTests -c Release --logger "console;verbosity=detailed" --filter

soak-reload: COUNT = 200000
soak-reload: ## change templates every 100 ms under load; COUNT is 200000 reviews unless given
	$(SOAK) FullyQualifiedName~Soak.ReloadSoak $(SOME)

soak-drain: COUNT = 100000
soak-drain: ## replace instances behind a balancer under load; COUNT is 100000 reviews unless given
	$(SOAK) FullyQualifiedName~Soak.DrainSoak $(SOME)

soak-rotation: COUNT = 100000
soak-rotation: ## replace the certificate every 200 ms under load; COUNT is 100000 handshakes unless given
	$(SOAK) FullyQualifiedName~Soak.RotationSoak $(SOME)

soak-mutated: ## post mutated reviews to a server
	$(SOAK) FullyQualifiedName~Soak.MutatedSoak $(SOME)

soak-crowd: COUNT = 50000
soak-crowd: ## ask honestly amid idle, slow and resetting clients; COUNT is 50000 honest reviews unless given
	$(SOAK) FullyQualifiedName~Soak.CrowdSoak $(SOME)

soak-model: COUNT = 200000
soak-model: ## random writers and watchers of the in-memory API server; COUNT is 200000 steps unless given
	$(SOAK) FullyQualifiedName~Sandbox.Model $(SOME)
