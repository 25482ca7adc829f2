namespace Webhooks.Admission.Users;

/// <summary>Whose a namespace is that stays.</summary>
/// <param name="OwnerUid">The UID of the User that controls it; empty: none does.</param>
/// <param name="AdoptedBy">The name of the User that may have it, by its annotation <see cref="AdoptAnnotation"/>; empty: none may.</param>
public readonly record struct NamespaceFacts(string OwnerUid, string AdoptedBy)
{
    /// <summary>The annotation by which whoever may change a namespace gives it to a User.</summary>
    public const string AdoptAnnotation = "users.example.com/adopt";
}
