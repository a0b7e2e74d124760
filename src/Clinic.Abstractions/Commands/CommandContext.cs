namespace Clinic.Abstractions;

/// <summary>Who does what where: passed explicitly to every command, never ambient.</summary>
/// <param name="Tenant">The clinic whose data is meant.</param>
/// <param name="Site">The site whose zone and currency judge the command.</param>
/// <param name="Actor">Who acts, with roles and departments.</param>
/// <param name="Source">Where the command came from, such as <c>api</c>, <c>worker</c> or <c>import</c>; at most 40 characters.</param>
/// <param name="Command">The id under which repeating changes nothing twice.</param>
public sealed record CommandContext(TenantId Tenant, SiteId Site, Actor Actor, string Source, CommandId Command)
{
    /// <summary>The request it came with, for the audit; null where there is none, as for jobs.</summary>
    public RequestScope? Request { get; init; }

    /// <summary>The tenant and the command id; never who or what.</summary>
    public override string ToString() => $"{Tenant}/{Command}";
}
