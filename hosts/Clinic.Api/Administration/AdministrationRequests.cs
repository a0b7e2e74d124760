using Clinic.Abstractions;

namespace Clinic.Api.Administration;

/// <summary>A new site; its currency stays.</summary>
/// <param name="Name">The name for people.</param>
/// <param name="Zone">The zone of the IANA database, such as <c>America/Guayaquil</c>.</param>
/// <param name="Currency">The currency of costs there.</param>
public sealed record AddSiteRequest(string Name, string Zone, Currency Currency);

/// <summary>New name and zone of a site.</summary>
/// <param name="Name">The name for people.</param>
/// <param name="Zone">The zone of the IANA database.</param>
public sealed record ChangeSiteRequest(string Name, string Zone);

/// <summary>The name of a department.</summary>
/// <param name="Name">The name for people, once per site.</param>
public sealed record DepartmentRequest(string Name);

/// <summary>A new location; its kind stays.</summary>
/// <param name="Name">The name for people, once per site.</param>
/// <param name="Department">The department that answers for it.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="IsPickable">Whether stock may be allocated from here; only stores can be.</param>
public sealed record AddLocationRequest(string Name, DepartmentId Department, LocationKind Kind, bool IsPickable);

/// <summary>New name, department and use of a location.</summary>
/// <param name="Name">The name for people, once per site.</param>
/// <param name="Department">The department that answers for it.</param>
/// <param name="IsPickable">Whether stock may be allocated from here; only stores can be.</param>
public sealed record ChangeLocationRequest(string Name, DepartmentId Department, bool IsPickable);

/// <summary>A new person.</summary>
/// <param name="Name">The name for people.</param>
/// <param name="SignInName">The name typed at sign-in.</param>
/// <param name="Roles">At least one role.</param>
/// <param name="Departments">The departments belonged to.</param>
/// <param name="Password">The password; may be set later.</param>
public sealed record AddPersonRequest(
    string Name, string SignInName, IReadOnlyList<Role> Roles, IReadOnlyList<DepartmentId>? Departments = null, string? Password = null)
{
    /// <summary>Nothing of what was typed; names are personal data.</summary>
    public override string ToString() => nameof(AddPersonRequest);
}

/// <summary>New roles and departments of a person.</summary>
/// <param name="Roles">All roles from now on.</param>
/// <param name="Departments">All departments from now on.</param>
/// <param name="Version">The version that was read; or send it as If-Match.</param>
public sealed record RightsRequest(IReadOnlyList<Role> Roles, IReadOnlyList<DepartmentId> Departments, long? Version = null);

/// <summary>Retires a person.</summary>
/// <param name="Version">The version that was read; or send it as If-Match.</param>
public sealed record RetirePersonRequest(long? Version = null);

/// <summary>A password, PIN or badge for a person.</summary>
/// <param name="Kind">Which of them.</param>
/// <param name="Secret">What will be typed or scanned.</param>
public sealed record CredentialRequest(CredentialKind Kind, string Secret)
{
    /// <summary>The kind only.</summary>
    public override string ToString() => Kind.ToString();
}

/// <summary>One's own new password or PIN.</summary>
/// <param name="Kind">Which of them.</param>
/// <param name="Password">The present password.</param>
/// <param name="Secret">What will be typed from now on.</param>
public sealed record OwnSecretRequest(CredentialKind Kind, string Password, string Secret)
{
    /// <summary>The kind only.</summary>
    public override string ToString() => Kind.ToString();
}
