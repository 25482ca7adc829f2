# syntax=docker/dockerfile:1
# Build from the repository's root: docker build -t webhooks:dev .

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source

# What decides the packages comes first: the restore is repeated only when one of these files changes.
COPY global.json .editorconfig Directory.Build.props Directory.Build.targets Directory.Packages.props ./
COPY src/Webhooks.Resources/*.csproj src/Webhooks.Resources/packages.lock.json src/Webhooks.Resources/
COPY src/Webhooks.Schemas/*.csproj src/Webhooks.Schemas/packages.lock.json src/Webhooks.Schemas/
COPY src/Webhooks.Client/*.csproj src/Webhooks.Client/packages.lock.json src/Webhooks.Client/
COPY src/Webhooks.Admission/*.csproj src/Webhooks.Admission/packages.lock.json src/Webhooks.Admission/
COPY src/Webhooks.Server/*.csproj src/Webhooks.Server/packages.lock.json src/Webhooks.Server/
RUN dotnet restore src/Webhooks.Server -r linux-x64 --locked-mode

COPY src/ src/
# Built into the executable: the schema of Users.
COPY deploy/crds/ deploy/crds/
RUN dotnet publish src/Webhooks.Server -c Release -r linux-x64 --no-restore -o /app \
        -p:ContinuousIntegrationBuild=true -p:DebugType=none

# Holds what a self-contained .NET executable needs of the system, and no shell.
FROM mcr.microsoft.com/dotnet/runtime-deps:10.0-noble-chiseled
COPY --from=build /app/webhooks /app/webhooks
# .NET looks there for certificates that a user has put away, whatever the user's number is.
ENV HOME=/
# The root may be mounted read-only: no diagnostic socket in /tmp.
ENV DOTNET_EnableDiagnostics=0
EXPOSE 8443 8080
# The image's unprivileged user, by number, so that runAsNonRoot can be checked.
USER 1654
ENTRYPOINT ["/app/webhooks"]
