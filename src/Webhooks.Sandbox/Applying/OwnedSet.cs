namespace Webhooks.Sandbox.Applying;

/// <summary>The fields of one owner.</summary>
/// <param name="Fields">The fields.</param>
/// <param name="ApiVersion">The version that they were written in.</param>
/// <param name="Time">When they last changed, to the second; <c>null</c> where nothing is said.</param>
internal sealed record OwnedSet(FieldSet Fields, string ApiVersion, DateTimeOffset? Time);
