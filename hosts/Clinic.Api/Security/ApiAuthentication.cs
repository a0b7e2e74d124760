using Microsoft.AspNetCore.Authentication.BearerToken;

namespace Clinic.Api.Security;

/// <summary>How requests prove who sent them.</summary>
public sealed class ApiAuthentication
{
    /// <summary>The name of the authentication scheme.</summary>
    /// <value>Default the framework's bearer token, issued by <c>/api/v1/sign-in</c>; another name is the app's own scheme.</value>
    public string Scheme { get; set; } = BearerTokenDefaults.AuthenticationScheme;

    /// <summary>How long a token runs.</summary>
    /// <value>Default 15 minutes.</value>
    public TimeSpan TokenFor { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How long a token may be renewed without a password.</summary>
    /// <value>Default 12 hours.</value>
    public TimeSpan RefreshFor { get; set; } = TimeSpan.FromHours(12);

    /// <summary>Sign-in requests of one address per minute.</summary>
    /// <value>Default 60.</value>
    public int SignInsPerMinute { get; set; } = 60;

    /// <summary>Whether tokens are ours, so that sign-in exists here.</summary>
    public bool IsOwn => Scheme == BearerTokenDefaults.AuthenticationScheme;
}
