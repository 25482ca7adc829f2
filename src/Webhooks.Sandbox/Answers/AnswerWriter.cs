using System.Buffers;
using System.Globalization;
using System.Text;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Kinds;
using Webhooks.Sandbox.Requests;
using Webhooks.Sandbox.Storage;
using Webhooks.Sandbox.Tables;

namespace Webhooks.Sandbox.Answers;

/// <summary>Writes answers in the form that was asked for.</summary>
/// <param name="form">The form.</param>
/// <param name="included">Which part of an object stands in its row of a Table.</param>
/// <param name="subresource">The subresource that was asked for; <c>null</c> for none.</param>
/// <param name="now">The time; ages are counted from it.</param>
internal sealed class AnswerWriter(Representation form, IncludedObject included, string? subresource, DateTimeOffset now)
{
    /// <summary>Writes an object.</summary>
    /// <exception cref="StatusException">The form is one of lists.</exception>
    public void Write(Answer.Object answer, IBufferWriter<byte> output)
    {
        switch (form.Form)
        {
            case AnswerForm.Object:
                WriteObject(answer.Kind, answer.Json.Span, output);
                break;
            case AnswerForm.Metadata:
                PartialObjectMetadata.Write(Read(answer), form.MetaVersion, new JsonWriter(output));
                break;
            case AnswerForm.Table:
                new TableWriter(TableFormat.Of(answer.Resource, subresource), form.MetaVersion, included)
                    .Write(Read(answer), now, new JsonWriter(output));
                break;
            case AnswerForm.MetadataList when answer.Resource.IsCustom:
                throw new StatusException(GoNumbers.Plain("content is not a list"));
            default:
                throw new StatusException(Status.NotAcceptable(
                    $"you requested PartialObjectMetadataList, but the requested object is not a list ({GoTypeNames.Of(answer.Resource)})") with
                { Details = null });
        }
    }

    /// <summary>Writes a list.</summary>
    /// <exception cref="StatusException">The form is one of single objects.</exception>
    public void Write(Answer.List answer, IBufferWriter<byte> output)
    {
        ListMetadata metadata = new(answer.Revision.ToString(CultureInfo.InvariantCulture), answer.Continue, answer.Remaining);
        switch (form.Form)
        {
            case AnswerForm.Object:
                WriteList(answer, metadata, output);
                break;
            case AnswerForm.MetadataList:
                PartialObjectMetadata.WriteList(metadata, Read(answer), form.MetaVersion, new JsonWriter(output));
                break;
            case AnswerForm.Table:
                new TableWriter(TableFormat.Of(answer.Resource, subresource), form.MetaVersion, included)
                    .Write(metadata, Read(answer), now, new JsonWriter(output));
                break;
            default:
                throw new StatusException(Status.NotAcceptable(
                    $"you requested PartialObjectMetadata, but the requested object is a list ({GoTypeNames.OfList(answer.Resource)})") with
                { Details = null });
        }
    }

    /// <summary>Writes an object with its type.</summary>
    public static void WriteObject(GroupVersionKind kind, ReadOnlySpan<byte> json, IBufferWriter<byte> output)
    {
        output.Write(ObjectType.Prefix(kind));
        output.Write(json[1..]);
    }

    private static void WriteList(Answer.List answer, ListMetadata metadata, IBufferWriter<byte> output)
    {
        ApiResource resource = answer.Resource;
        output.Write(ObjectType.Prefix(new GroupVersionKind(resource.Group, resource.Version, resource.ListKind)));
        output.Write("\"metadata\":"u8);
        if (resource.IsCustom)
        {
            // Of these the server writes the continue token even where there is none.
            output.Write(Encoding.UTF8.GetBytes(string.Create(
                CultureInfo.InvariantCulture, $"{{\"continue\":\"{metadata.Continue}\",\"resourceVersion\":\"{metadata.ResourceVersion}\"")));
            if (metadata.RemainingItemCount is { } remaining)
            {
                output.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $",\"remainingItemCount\":{remaining}")));
            }

            output.Write("}"u8);
        }
        else
        {
            metadata.Write(new JsonWriter(output));
        }

        output.Write(",\"items\":["u8);
        for (int i = 0; i < answer.Items.Count; i++)
        {
            if (i > 0)
            {
                output.Write(","u8);
            }

            if (resource.IsCustom)
            {
                WriteObject(resource.Gvk, answer.Items[i].Span, output);
            }
            else
            {
                output.Write(answer.Items[i].Span);
            }
        }

        output.Write("]}"u8);
    }

    private static JsonValue Read(Answer.Object answer) => JsonTree.Parse(ObjectType.Join(answer.Kind, answer.Json.Span), JsonPolicy.Server).Root;

    private static IEnumerable<JsonValue> Read(Answer.List answer) =>
        answer.Items.Select(item => JsonTree.Parse(ObjectType.Join(answer.Resource.Gvk, item.Span), JsonPolicy.Server).Root);
}
