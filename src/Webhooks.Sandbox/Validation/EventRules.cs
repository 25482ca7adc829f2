using System.Text;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Names;
using Webhooks.Sandbox.Decoding;
using Webhooks.Schemas.Metadata;

namespace Webhooks.Sandbox.Validation;

/// <summary>Rules of Events, in the names of the core group whichever of the two groups is asked. Source: <c>pkg/apis/core/validation/events.go</c>.</summary>
internal static class EventRules
{
    private const int MostCharacters = 128;
    private const int MostNoteCharacters = 1024;

    private static readonly string[] Fixed =
        ["involvedObject", "reason", "message", "source", "firstTimestamp", "lastTimestamp", "count", "reason", "type", "eventTime", "action", "related"];

    /// <summary>The rules of the core group: those of old only.</summary>
    public static KindRules OfCore { get; } = new()
    {
        Name = null,
        UpdateRepeatsCreate = false,
        Create = Legacy,
        Update = (value, _, causes) => Legacy(value, causes),
    };

    /// <summary>The rules of events.k8s.io, which are stricter.</summary>
    public static KindRules OfEvents { get; } = new()
    {
        UpdateRepeatsCreate = false,
        Create = (value, causes) => Strict(EventForm.ToCore(value), causes),
        Update = (value, old, causes) => Update(EventForm.ToCore(value), EventForm.ToCore(old), causes),
    };

    private static void Legacy(JsonValue value, List<StatusCause> causes)
    {
        string space = value["metadata"u8]["namespace"u8].AsString() ?? "";
        string about = value["involvedObject"u8]["namespace"u8].AsString() ?? "";
        bool isNew = !value["eventTime"u8].IsAbsent;
        bool isElsewhere = about.Length > 0
            ? !isNew && about != space
            : space is not ("" or "default") && !(isNew && space == "kube-system");
        if (isElsewhere)
        {
            causes.Add(FieldError.Invalid("involvedObject.namespace", about, "does not match event.namespace"));
        }

        if (isNew)
        {
            JsonValue controller = value["reportingComponent"u8];
            FieldRules.Required(controller, "reportingController", causes);
            FieldRules.Text(controller, "reportingController", QualifiedName.Problems, causes);
            Text(value["reportingInstance"u8], "reportingInstance", causes);
            Text(value["action"u8], "action", causes);
            Text(value["reason"u8], "reason", causes);
            Length(value["message"u8], "message", MostNoteCharacters, causes);
        }

        causes.AddRange(DnsSubdomain.Problems(space).Select(problem => FieldError.Invalid("namespace", space, problem)));
    }

    private static void Strict(JsonValue value, List<StatusCause> causes)
    {
        Legacy(value, causes);
        Series(value["series"u8], causes);
        if (value["eventTime"u8].IsAbsent)
        {
            causes.Add(FieldError.Required("eventTime"));
        }

        if (value["type"u8].AsString() is not ("Normal" or "Warning"))
        {
            causes.Add(FieldError.Invalid("type", "", $"has invalid value: {value["type"u8].AsString()}"));
        }

        foreach (string member in new[] { "firstTimestamp", "lastTimestamp", "count" })
        {
            if (!value[member].IsAbsent)
            {
                causes.Add(FieldError.Invalid(member, "", "needs to be unset"));
            }
        }

        if (value["source"u8].Count > 0)
        {
            causes.Add(FieldError.Invalid("source", "", "needs to be unset"));
        }
    }

    private static void Update(JsonValue value, JsonValue old, List<StatusCause> causes)
    {
        Legacy(value, causes);
        if (!FixedField.AreSame(value["series"u8], old["series"u8]))
        {
            Series(value["series"u8], causes);
        }

        foreach (string member in Fixed)
        {
            FixedField.Check(value[member], old[member], member, causes);
        }

        FixedField.Check(value["reportingComponent"u8], old["reportingComponent"u8], "reportingController", causes);
        FixedField.Check(value["reportingInstance"u8], old["reportingInstance"u8], "reportingInstance", causes);
    }

    private static void Series(JsonValue series, List<StatusCause> causes)
    {
        if (series.IsAbsent)
        {
            return;
        }

        if (!series["count"u8].TryGetInt64(out long count) || count < 2)
        {
            causes.Add(FieldError.Invalid("series.count", "", "should be at least 2"));
        }

        if (series["lastObservedTime"u8].IsAbsent)
        {
            causes.Add(FieldError.Required("series.lastObservedTime"));
        }
    }

    private static void Text(JsonValue value, string field, List<StatusCause> causes)
    {
        FieldRules.Required(value, field, causes);
        Length(value, field, MostCharacters, causes);
    }

    private static void Length(JsonValue value, string field, int most, List<StatusCause> causes)
    {
        if (Encoding.UTF8.GetByteCount(value.AsString() ?? "") > most)
        {
            causes.Add(FieldError.Invalid(field, "", $"can have at most {most} characters"));
        }
    }
}
