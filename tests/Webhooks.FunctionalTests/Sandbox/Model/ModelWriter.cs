using Webhooks.Sandbox.Kinds;
using Xunit;

namespace Webhooks.FunctionalTests.Sandbox.Model;

/// <summary>Writes at random, knowing for each write what code it must get.</summary>
internal sealed class ModelWriter(ModelServer server, ModelHistory history)
{
    private const string Merge = "application/merge-patch+json";

    /// <summary>The latest write, and what was answered.</summary>
    public string Latest { get; private set; } = "";

    /// <summary>One write.</summary>
    public void Write(Random random)
    {
        string plural = ModelScope.Plurals[random.Next(ModelScope.Plurals.Length)];
        ApiResource resource = server.Find(plural);
        string space = ModelScope.Namespaces[random.Next(ModelScope.Namespaces.Length)];
        string name = ModelScope.NameOf(random);
        ModelObject? current = history.Find(plural, $"{space}/{name}");
        bool isHeld = current?.Text.Contains("\"finalizers\":", StringComparison.Ordinal) == true;
        bool isGoing = current?.Text.Contains("\"deletionTimestamp\":", StringComparison.Ordinal) == true;
        switch (random.Next(100))
        {
            case < 40:
                Expect(current == null ? 201 : 409, "create", resource, space, "", "", Body(resource, name, random, finalizers: random.Next(6) == 0));
                break;
            case < 55:
                bool isStale = current != null && random.Next(4) == 0;
                string version = current == null ? "" : $"{current.Revision - (isStale ? 1 : 0)}";
                Expect(current == null ? 404 : isStale ? 409 : 200, "update", resource, space, name, "", Body(resource, name, random, isHeld, version), known: current != null);
                break;
            case < 75:
                Expect(current == null ? 404 : 200, "patch", resource, space, name, "", $$$"""{"metadata":{"labels":{"app":{{{Label(random)}}}} } }""", Merge);
                break;
            case < 80:
                // Nothing new: no revision.
                long before = server.Cluster.Store.Revision;
                Expect(current == null ? 404 : 200, "patch", resource, space, name, "", "{}", Merge);
                Assert.Equal(before, server.Cluster.Store.Revision);
                break;
            case < 86:
                Expect(current == null ? 404 : 200, "patch", resource, space, name, "", """{"metadata":{"finalizers":null}}""", Merge);
                history.Update();
                Assert.Equal(current != null && !isGoing, history.Find(plural, $"{space}/{name}") != null);
                break;
            case < 98:
                Expect(current == null ? 404 : 200, "delete", resource, space, name, "", "");
                history.Update();
                Assert.Equal(isHeld, history.Find(plural, $"{space}/{name}") != null);
                break;
            default:
                Expect(200, "deletecollection", resource, space, "", random.Next(2) == 0 ? "labelSelector=app%3Dx" : "", "");
                break;
        }

        history.Update();
        ModelObject? after = history.Find(plural, $"{space}/{name}");
        Expect(after == null ? 404 : 200, "get", resource, space, name, "", "");
    }

    private void Expect(int code, string verb, ApiResource resource, string space, string name, string query, string body, string type = "application/json", bool known = true)
    {
        // A custom resource cannot be updated without a version, whether it is there or not.
        int answered = server.Call(verb, resource, space, name, query, body, type).Code;
        Latest = verb == "get" ? Latest : $"{verb} {resource.Plural} {space}/{name} {query} {body.ReplaceLineEndings("")} -> {answered}, at {server.Cluster.Store.Revision}";
        Assert.True(answered == code || (!known && answered == 422), $"{verb} {resource.Plural} {space}/{name} {body}: {answered} and not {code}");
    }

    private static string Body(ApiResource resource, string name, Random random, bool finalizers, string version = "") => $$$"""
        {"apiVersion":"{{{resource.ApiVersion}}}","kind":"{{{resource.Kind}}}","metadata":{"name":"{{{name}}}","labels":{"app":{{{Label(random)}}}}{{{(version.Length == 0 ? "" : $",\"resourceVersion\":\"{version}\"")}}}
        {{{(finalizers ? ",\"finalizers\":[\"example.com/held\"]" : "")}}}},"{{{(resource.IsCustom ? "spec" : "data")}}}":{"k":"{{{Convert.ToBase64String(BitConverter.GetBytes(random.Next()))}}}"}}
        """;

    private static string Label(Random random) => random.Next(3) is var value && value < 2 ? $"\"{ModelScope.Labels[value]}\"" : "\"z\"";
}
