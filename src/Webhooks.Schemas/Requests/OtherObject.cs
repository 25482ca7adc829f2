using Webhooks.Resources.Api;

namespace Webhooks.Schemas.Requests;

/// <summary>What a client is told whose update names the uid of another object of that name: 409.</summary>
public static class OtherObject
{
    /// <summary>The object that is there is another.</summary>
    /// <param name="resource">Its kind.</param>
    /// <param name="key">Where it is stored, below the storage's root: <c>example.com/widgets/a</c>.</param>
    /// <param name="name">Its name.</param>
    /// <param name="said">The uid that the update names.</param>
    /// <param name="present">The uid of what is there.</param>
    public static Status Of(GroupResource resource, string key, string name, string said, string present) => Status.Conflict(
        resource,
        name,
        $"StorageError: invalid object, Code: 4, Key: /registry/{key}, ResourceVersion: 0, AdditionalErrorMsg: "
            + $"Precondition failed: UID in precondition: {said}, UID in object meta: {present}");
}
