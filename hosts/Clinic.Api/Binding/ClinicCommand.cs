using Clinic.Abstractions;

namespace Clinic.Api.Binding;

/// <summary>The context of a command about the clinic as a whole, such as adding a site or a person.</summary>
/// <param name="X">The context; its site has the id of the clinic, since no single site is meant.</param>
public sealed record ClinicCommand(CommandContext X)
{
    /// <summary>Available to handlers as a parameter.</summary>
    /// <exception cref="Problems.ApiException">The command id is missing or malformed.</exception>
    public static ValueTask<ClinicCommand?> BindAsync(HttpContext http)
    {
        var caller = Caller.Of(http);
        return ValueTask.FromResult<ClinicCommand?>(new(Of(caller.Tenant, caller.Actor, SiteCommand.Source, IdempotencyKey.Of(http)) with { Request = caller.Request }));
    }

    /// <summary>The context of a command about the whole clinic.</summary>
    public static CommandContext Of(TenantId tenant, Actor actor, string source, CommandId command) =>
        new(tenant, new SiteId(tenant.Value), actor, source, command);
}
