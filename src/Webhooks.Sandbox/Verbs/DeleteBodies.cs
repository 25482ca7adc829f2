using Webhooks.Resources.Api;
using Webhooks.Sandbox.Answers;
using Webhooks.Sandbox.Decoding;
using Webhooks.Sandbox.Requests;
using Webhooks.Schemas.Decoding;

namespace Webhooks.Sandbox.Verbs;

/// <summary>Reads the options of a deletion: from the body, or from the query where there is none.</summary>
internal static class DeleteBodies
{
    /// <summary>The options of a call.</summary>
    /// <exception cref="StatusException">They cannot be read: 400, in the words of the decoder alone.</exception>
    public static DeleteOptions Read(ApiCall call)
    {
        if (call.Body.IsEmpty)
        {
            return DeleteOptions.Read(call.Query);
        }

        BodyFormat format = BodyFormats.Of(call.ContentType);
        try
        {
            return DeleteOptions.Read(OptionsDecoding.Decode(call.Body, format, "DeleteOptions", call.Resource.Gvr.GroupVersion));
        }
        catch (DecodeException broken)
        {
            throw new StatusException(Status.BadRequest(broken.Message));
        }
    }
}
