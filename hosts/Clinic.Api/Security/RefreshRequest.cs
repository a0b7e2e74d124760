namespace Clinic.Api.Security;

/// <summary>Asks for a new token without a password.</summary>
/// <param name="RefreshToken">The refresh token of the last answer.</param>
public sealed record RefreshRequest(string RefreshToken)
{
    /// <summary>Nothing of what was sent.</summary>
    public override string ToString() => nameof(RefreshRequest);
}
