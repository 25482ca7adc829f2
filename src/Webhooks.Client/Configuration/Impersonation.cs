namespace Webhooks.Client.Configuration;

/// <summary>Whom to act as, for the headers <c>Impersonate-*</c>.</summary>
/// <param name="User">The name (<c>as</c>); not empty.</param>
/// <param name="Uid">The uid (<c>as-uid</c>); empty for none.</param>
/// <param name="Groups">The groups (<c>as-groups</c>).</param>
/// <param name="Extra">What else the user is to carry (<c>as-user-extra</c>), names as they are written.</param>
public sealed record Impersonation(string User, string Uid, IReadOnlyList<string> Groups, IReadOnlyDictionary<string, IReadOnlyList<string>> Extra);
