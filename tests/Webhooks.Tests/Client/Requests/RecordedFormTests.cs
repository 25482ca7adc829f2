using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Webhooks.Client.Objects;
using Webhooks.Client.Requests;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Selectors;
using Webhooks.Shared.Transcripts;
using Xunit;

namespace Webhooks.Tests.Client.Requests;

/// <summary>
/// A form is a method, a shape of path, each name in the query and in the body, and a media type. A kube-apiserver was
/// recorded accepting every one that the requests here have.
/// </summary>
public sealed partial class RecordedFormTests
{
    private static readonly ObjectKey Key = new("shop", "cart");
    private static readonly byte[] Body = "{}"u8.ToArray();
    private static readonly ResourceRequests Leases = ResourceRequests.For<Lease>();
    private static readonly ResourceRequests ConfigMaps = ResourceRequests.For<ConfigMap>();
    private static readonly ResourceRequests Nodes = ResourceRequests.For<Node>();
    private static readonly WriteOptions Written = new() { DryRun = true, FieldManager = "m", FieldValidation = FieldValidation.Strict };
    private static readonly PatchOptions Patched = new() { DryRun = true, FieldManager = "m", FieldValidation = FieldValidation.Strict };
    private static readonly DeleteOptions Deleted = new()
    {
        PreconditionUid = "u",
        PreconditionResourceVersion = "1",
        Propagation = DeletionPropagation.Background,
        GracePeriodSeconds = 0,
        DryRun = true,
    };

    private static readonly ListOptions Listed = new()
    {
        LabelSelector = LabelSelector.Parse("a"),
        FieldSelector = FieldSelector.Parse("metadata.name=a"),
        ResourceVersion = "1",
        ResourceVersionMatch = "Exact",
        Limit = 1,
    };

    private static readonly WatchOptions Watched = new()
    {
        LabelSelector = LabelSelector.Parse("a"),
        FieldSelector = FieldSelector.Parse("metadata.name=a"),
        ResourceVersion = "1",
        TimeoutSeconds = 1,
        SendInitialEvents = true,
    };

    [Fact]
    public void Every_form_of_a_request_was_recorded_as_accepted()
    {
        HashSet<string> accepted = [.. Accepted().SelectMany(Forms)];
        Assert.True(accepted.Count > 40);
        string[] missing = [.. Requests().SelectMany(Forms).Distinct().Where(form => !accepted.Contains(form))];
        Assert.Empty(missing);
    }

    private static IEnumerable<Form> Requests() => new[]
    {
        RawRequests.Version, RawRequests.CoreGroup, RawRequests.Groups, RawRequests.OpenApi, RawRequests.ResourcesOf(new GroupVersion("a", "v1")),
        RawRequests.OpenApiOf(new GroupVersion("a", "v1")),
        ConfigMaps.Get(Key), Leases.Get(Key), Nodes.Get(new("", "a")), ConfigMaps.List("", Listed), ConfigMaps.List("shop", Listed),
        Leases.List("shop", ListOptions.Default), Nodes.List("", ListOptions.Default), ConfigMaps.List("shop", new() { Limit = 1, Continue = "t" }),
        ConfigMaps.Watch("shop", Watched), ConfigMaps.Watch("", new()), Leases.Watch("shop", new() { ResourceVersion = "1" }),
        ConfigMaps.Create("shop", Body, Written), Leases.Create("shop", Body), Nodes.Create("", Body), ConfigMaps.Create(Key, Subresource.Eviction, Body),
        ConfigMaps.Replace(Key, Body, new() { DryRun = true }), Leases.Replace(Key, Body), Leases.Replace(Key, Body, null, Subresource.Status),
        ConfigMaps.Patch(Key, new OperationsPatch(Body)), ConfigMaps.Patch(Key, new MergePatch(Body), Patched), ConfigMaps.Patch(Key, new StrategicMergePatch(Body)),
        ConfigMaps.Patch(Key, new ApplyPatch(Body, "m") { Force = true }), Leases.Patch(Key, new MergePatch(Body), null, Subresource.Status),
        ConfigMaps.Delete(Key), ConfigMaps.Delete(Key, Deleted), Leases.Delete(Key, new() { DryRun = true }),
        ConfigMaps.DeleteCollection("shop", new() { LabelSelector = LabelSelector.Parse("a") }),
    }.Select(request => new Form(
        request.ToString().Split(' ')[0],
        request.Target,
        request.ContentType,
        request.Verb.StartsWith("delete", StringComparison.Ordinal) && !request.Body.IsEmpty ? JsonTree.Parse(request.Body).Root : default));

    private static IEnumerable<Form> Accepted() => TranscriptFolder.Names(TranscriptFolder.Own)
        .Select(name => JsonTree.Parse(File.ReadAllText(Path.Combine(TranscriptFolder.Own, name + ".json")), JsonPolicy.Server).Root)
        .SelectMany(scenario => new[] { scenario["setup"u8], scenario["steps"u8] })
        .SelectMany(steps => steps.Items())
        .Where(step => step["request"u8].Kind == JsonKind.Object && IsSuccess(step))
        .Select(step => step["request"u8])
        .Select(request => new Form(
            request["method"u8].GetString(), request["path"u8].GetString(), request["headers"u8]["Content-Type"u8].AsString() ?? "", BodyOf(request)));

    // A watch that is opened says nothing of its answer.
    private static bool IsSuccess(JsonValue step) => step["response"u8].IsMissing || (step["response"u8]["status"u8].TryGetInt64(out long status) && status is >= 200 and < 300);

    private static JsonValue BodyOf(JsonValue request) => request["method"u8].GetString() == "DELETE" ? request["json"u8] : default;

    private static IEnumerable<string> Forms(Form request)
    {
        string[] parts = request.Target.Split('?', 2);
        string path = Shape(parts[0]);
        yield return $"{request.Method} {path}";
        if (request.ContentType.Length > 0)
        {
            yield return $"{request.Method} of {request.ContentType}";
        }

        foreach (string name in parts.Length < 2 ? [] : parts[1].Split('&').Select(pair => pair.Split('=')[0]))
        {
            yield return $"{request.Method} ?{name}";
        }

        foreach ((string name, JsonValue value) in request.Body.Members())
        {
            yield return $"{request.Method} {{{name}: {value.Kind}}}";
        }
    }

    private static string Shape(string path)
    {
        string shape = Roots().Replace(path, match => match.Value.StartsWith("/apis", StringComparison.Ordinal) ? "/apis/G/V" : "/api/V");
        ImmutableArray<string> parts = [.. shape.Split('/')];
        int root = parts is ["", "apis", "G", ..] ? 4 : parts is ["", "api", "V", ..] ? 3 : parts.Length;
        return parts.Length == root
            ? Schemas().Replace(shape, "/openapi/v3/apis/G/V")
            : string.Join('/', parts[..root]) + (parts.Length > root + 2 && parts[root] == "namespaces"
                ? $"/namespaces/N/R{Rest(parts, root + 3)}"
                : $"/R{Rest(parts, root + 1)}");
    }

    private static string Rest(ImmutableArray<string> parts, int names) => (parts.Length - names) switch
    {
        <= 0 => "",
        1 => "/name",
        _ => "/name/part",
    };

    [GeneratedRegex("^/apis/[^/]+/[^/]+|^/api/v1")]
    private static partial Regex Roots();

    [GeneratedRegex("^/openapi/v3/apis/[^/]+/[^/]+")]
    private static partial Regex Schemas();

    private sealed record Form(string Method, string Target, string ContentType, JsonValue Body);
}
