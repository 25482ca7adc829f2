using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Access;
using Webhooks.Sandbox.Access.Tokens;
using Webhooks.Sandbox.Answers;
using Webhooks.Sandbox.Kinds;
using Webhooks.Sandbox.Requests;
using Webhooks.Sandbox.Storage;
using Webhooks.Sandbox.Verbs;
using Webhooks.Schemas.Requests;
using Webhooks.Shared;
using Webhooks.Shared.Oracle;

namespace Webhooks.FunctionalTests.Sandbox.Definitions;

/// <summary>The in-memory API server, sent what kube-apiserver was sent.</summary>
internal sealed partial class OracleCluster : IDisposable
{
    private readonly Cluster _cluster = new(new ManualTime(), new Store());
    private readonly AccessControl _access;
    private readonly ApiVerbs _verbs;

    public OracleCluster()
    {
        _access = new AccessControl(new PolicySource(_cluster.Store), _cluster.Time, new TokenOptions());
        _verbs = new ApiVerbs(_cluster, _access);
    }

    /// <summary>Creates the definition.</summary>
    public WriteAnswer Define(OracleSchema schema) =>
        Answer(Definitions("create") with { Body = schema.Definition, Query = Validation(schema.Json["crdFieldValidation"u8].GetString()) });

    /// <summary>Sends an object of a schema that is defined, after what was there before.</summary>
    public WriteAnswer Answer(OracleCase one)
    {
        ApiCall call = Objects(one.Schema) with { Query = Validation(one.Json["fieldValidation"u8].GetString()) };
        string body = one.Json["object"u8].GetString();
        if (one.Json["operation"u8].GetString() == "create")
        {
            return Answer(call with { Verb = "create", Body = Encoding.UTF8.GetBytes(body) });
        }

        JsonValue old = Prepare(one);
        string name = old["metadata"u8]["name"u8].GetString();
        string version = old["metadata"u8]["resourceVersion"u8].GetString();
        call = Objects(one.Schema) with { Query = call.Query, Verb = "update", Name = name, Body = Encoding.UTF8.GetBytes(AtVersion(body, version)) };
        if (one.Json["subresource"u8].AsString() is { } subresource)
        {
            call = call with { Subresource = call.Resource.Find(subresource) };
        }

        return Answer(call, old["metadata"u8]["uid"u8].GetString());
    }

    /// <summary>Takes all objects of a schema away.</summary>
    public void Clear(OracleSchema schema)
    {
        GroupResource resource = Objects(schema).StoredAs;
        foreach (StoredObject stored in _cluster.Store.List(resource, "").Objects)
        {
            _cluster.Store.TryDelete(resource, stored);
        }
    }

    /// <summary>Takes the definition away.</summary>
    public void Forget(OracleSchema schema)
    {
        ApiCall call = Definitions("delete") with { Name = NameOf(schema) };
        _cluster.Store.TryDelete(call.StoredAs, _cluster.Store.Find(call.StoredAs, call.Key)!);
        _verbs.SyncDefinitions();
    }

    public void Dispose() => _access.Dispose();

    /// <summary>Makes what was there before, under the schema of its day.</summary>
    private JsonValue Prepare(OracleCase one)
    {
        JsonValue before = one.Json["oldSchema"u8];
        if (!before.IsMissing)
        {
            Redefine(one.Schema, before);
        }

        ApiCall call = Objects(one.Schema) with { Verb = "create", Query = Validation("Ignore"), Body = Encoding.UTF8.GetBytes(one.Json["oldObject"u8].GetString()) };
        JsonValue made = Answer(call).Stored;
        if (one.Json["oldStored"u8]["status"u8] is { IsMissing: false } status && made["status"u8].IsMissing)
        {
            JsonDraft next = new(made);
            next.SetValue("status", status);
            made = Answer(call with
            {
                Verb = "update",
                Name = made["metadata"u8]["name"u8].GetString(),
                Subresource = call.Resource.Find("status"),
                Body = next.Freeze(JsonPolicy.Server).RawText.ToArray(),
            }).Stored;
        }

        if (one.Json["oldDeleting"u8].Kind == JsonKind.True)
        {
            made = Answer(Objects(one.Schema) with { Verb = "delete", Name = made["metadata"u8]["name"u8].GetString() }).Stored;
        }

        if (!before.IsMissing)
        {
            Redefine(one.Schema, one.Schema.Json["schema"u8]);
        }

        return made;
    }

    private void Redefine(OracleSchema schema, JsonValue own)
    {
        ApiCall call = Definitions("update") with { Name = NameOf(schema), Query = Validation("Ignore") };
        long version = _cluster.Store.Find(call.StoredAs, call.Key)!.Revision;
        Answer(call with { Body = Encoding.UTF8.GetBytes(AtVersion(Encoding.UTF8.GetString(schema.DefinitionOf(own)), version.ToString(CultureInfo.InvariantCulture))) });
    }

    private WriteAnswer Answer(ApiCall call, string uid = "<uid>")
    {
        try
        {
            // No call here waits: the store is never asked for a version that has not come.
            Answer answer = _verbs.Run(call, default).GetAwaiter().GetResult();
            Answer.Object shown = (Answer.Object)answer;
            return new(null, WarningTexts.Of(answer.Warnings), JsonTree.Parse(ObjectType.Join(shown.Kind, shown.Json.Span), JsonPolicy.Server).Root, false);
        }
        catch (StatusException refused)
        {
            Status status = refused.Status with { Message = refused.Status.Message.Replace(uid, "<uid>", StringComparison.Ordinal) };
            return new(status, WarningTexts.Of(refused.Warnings), default, false);
        }
    }

    private static string NameOf(OracleSchema schema) => $"{schema.Json["crd"u8]["plural"u8].GetString()}.{schema.Json["crd"u8]["group"u8].GetString()}";

    private ApiCall Definitions(string verb) => new() { Verb = verb, Resource = Find("customresourcedefinitions"), ContentType = "application/json" };

    private ApiCall Objects(OracleSchema schema)
    {
        ApiResource resource = Find(schema.Json["crd"u8]["plural"u8].GetString());
        return new() { Verb = "", Resource = resource, Namespace = resource.IsNamespaced ? "default" : "", ContentType = "application/json" };
    }

    private ApiResource Find(string plural) => _cluster.Kinds.Resources.First(resource => resource.Plural == plural);

    private static QueryCollection Validation(string mode) => new(new Dictionary<string, StringValues> { ["fieldValidation"] = mode });

    /// <summary>The text with a version in its metadata, all else as it stands.</summary>
    private static string AtVersion(string body, string version)
    {
        Match metadata = Metadata().Match(body);
        string member = string.Create(CultureInfo.InvariantCulture, $"\"resourceVersion\":\"{version}\"");
        return !metadata.Success || body.Contains("resourceVersion", StringComparison.Ordinal) ? body
            : body.Insert(metadata.Index + metadata.Length, metadata.Groups[1].Success ? member : member + ",");
    }

    [GeneratedRegex("""\"metadata\"\s*:\s*\{\s*(?=(\})?)""")]
    private static partial Regex Metadata();
}
