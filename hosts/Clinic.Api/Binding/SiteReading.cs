using Clinic.Abstractions;

namespace Clinic.Api.Binding;

/// <summary>The context in which somebody reads at one site; no command, so no key is asked for.</summary>
/// <param name="X">The context, under a command id of its own.</param>
public sealed record SiteReading(CommandContext X)
{
    /// <summary>Available to handlers as a parameter.</summary>
    /// <exception cref="Problems.ApiException">The site is missing or malformed.</exception>
    public static async ValueTask<SiteReading?> BindAsync(HttpContext http)
    {
        var caller = Caller.Of(http);
        var site = await SiteCommand.SiteOfAsync(http, caller.Tenant);
        var id = http.RequestServices.GetRequiredService<IIdGenerator>().Next<CommandId>();
        return new(new CommandContext(caller.Tenant, site.Id, caller.Actor, SiteCommand.Source, id) { Request = caller.Request });
    }
}
