namespace Webhooks.Sandbox.Applying;

/// <summary>A member that tells the items of a list apart.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Quoted">The name as elements have it.</param>
internal sealed record FieldKey(string Name, string Quoted)
{
    /// <summary>The member of that name.</summary>
    public FieldKey(string name)
        : this(name, FieldElement.Quote(name))
    {
    }
}
