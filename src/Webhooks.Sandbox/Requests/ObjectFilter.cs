using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Selectors;
using Webhooks.Sandbox.Answers;
using Webhooks.Sandbox.Kinds;
using Webhooks.Sandbox.Storage;

namespace Webhooks.Sandbox.Requests;

/// <summary>Which objects a request is about, by labels and fields.</summary>
internal sealed class ObjectFilter
{
    private readonly LabelSelector _labels;
    private readonly FieldSelector _fields;

    private ObjectFilter(LabelSelector labels, FieldSelector fields)
    {
        _labels = labels;
        _fields = fields;
    }

    /// <summary>Whether every object matches.</summary>
    public bool IsEmpty => _labels.IsEmpty && _fields.IsEmpty;

    /// <summary>The filter that options ask for.</summary>
    /// <exception cref="StatusException">A field cannot be selected by.</exception>
    public static ObjectFilter Of(ApiResource resource, ListOptions options)
    {
        SelectableFields selectable = SelectableFields.Of(resource);
        foreach (FieldTerm term in options.Fields.Terms)
        {
            if (!selectable.Contains(term.Field))
            {
                throw new StatusException(Status.BadRequest(selectable.Refusal(term.Field)));
            }
        }

        return new ObjectFilter(options.Labels, options.Fields);
    }

    /// <summary>Whether an object matches.</summary>
    public bool Matches(StoredObject candidate)
    {
        if (!_labels.IsEmpty && !_labels.Matches(candidate.ReadLabels()))
        {
            return false;
        }

        if (_fields.IsEmpty)
        {
            return true;
        }

        JsonValue read = default;
        return _fields.Matches(field => field switch
        {
            "metadata.name" => candidate.Name,
            "metadata.namespace" => candidate.Namespace,
            _ => SelectableFields.ValueOf(field, read.IsMissing ? read = candidate.Read() : read),
        });
    }
}
