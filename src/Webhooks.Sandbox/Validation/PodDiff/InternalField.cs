namespace Webhooks.Sandbox.Validation.PodDiff;

/// <summary>A field of a struct of the server's internal form.</summary>
/// <param name="Name">The name that it is shown by.</param>
/// <param name="Member">The member of the published form that holds its value.</param>
/// <param name="Type">Its type.</param>
/// <param name="IsOfOwner">Whether the published form has that member one object further up.</param>
/// <param name="IsOmitted">Whether it is not shown where it is empty.</param>
internal sealed record InternalField(string Name, string Member, InternalType Type, bool IsOfOwner, bool IsOmitted)
{
    private const string OfOwner = "../";

    /// <summary>The field of a note: the member, <c>../</c> before it for one of the owner, then the type, <c>?</c> behind it for one that is omitted.</summary>
    public static InternalField Parse(string name, string note)
    {
        string[] parts = note.Split(' ', 2);
        bool isOfOwner = parts[0].StartsWith(OfOwner, StringComparison.Ordinal);
        return new(name, isOfOwner ? parts[0][OfOwner.Length..] : parts[0], InternalType.Parse(parts[1].TrimEnd('?')), isOfOwner, parts[1].EndsWith('?'));
    }
}
