namespace Clinic.Api.Conversations;

/// <summary>A decision about the keeping of what one says.</summary>
/// <param name="Given">Kept from now on, or no more.</param>
/// <param name="Version">The version of the decision that was read; 0 for none.</param>
public sealed record ConsentRequest(bool Given, long Version);
