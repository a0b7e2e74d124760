using Clinic.Abstractions;
using Clinic.Api.Problems;

namespace Clinic.Api.Binding;

/// <summary>The context of a command at one site: who, where, and under which command id.</summary>
/// <param name="X">The context.</param>
/// <param name="Site">The site, with its zone and currency.</param>
public sealed record SiteCommand(CommandContext X, Site Site)
{
    /// <summary>The header that names the site; not needed while the clinic has one.</summary>
    public const string Header = "Clinic-Site";

    /// <summary>The source that audit entries of the API name.</summary>
    public const string Source = "api";

    /// <summary>Available to handlers as a parameter.</summary>
    /// <exception cref="ApiException">The command id or the site is missing or malformed.</exception>
    public static async ValueTask<SiteCommand?> BindAsync(HttpContext http)
    {
        var caller = Caller.Of(http);
        var command = IdempotencyKey.Of(http);
        var site = await SiteOfAsync(http, caller.Tenant);
        return new(new CommandContext(caller.Tenant, site.Id, caller.Actor, Source, command) { Request = caller.Request }, site);
    }

    internal static async Task<Site> SiteOfAsync(HttpContext http, TenantId tenant)
    {
        var directory = http.RequestServices.GetRequiredService<ISiteDirectory>();
        var named = http.Request.Headers[Header];
        if (named.Count == 0)
        {
            var all = await directory.SitesAsync(tenant, http.RequestAborted);
            return all.Count == 1 ? all[0] : throw new ApiException(400, ApiRules.SiteNeeded, ("found", "missing"), ("count", all.Count));
        }

        if (named.Count != 1 || !SiteId.TryParse(named[0], out var id))
            throw new ApiException(400, ApiRules.SiteNeeded, ("found", named.ToString()), ("count", "its own"));
        return await directory.FindSiteAsync(tenant, id, http.RequestAborted)
            ?? throw new ClinicRuleException(ClinicRules.PlaceUnknown, ("kind", "site"), ("id", id));
    }
}
