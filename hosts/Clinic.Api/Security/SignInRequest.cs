namespace Clinic.Api.Security;

/// <summary>Who signs in.</summary>
/// <param name="SignInName">The name, without regard to case.</param>
/// <param name="Password">The password.</param>
/// <param name="Tenant">The clinic's id, where an installation serves several.</param>
public sealed record SignInRequest(string SignInName, string Password, string? Tenant = null)
{
    /// <summary>Nothing of what was typed.</summary>
    public override string ToString() => nameof(SignInRequest);
}
