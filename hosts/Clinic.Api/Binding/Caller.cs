using Clinic.Abstractions;

namespace Clinic.Api.Binding;

/// <summary>The signed-in person of a request, with the rights held now, and their clinic.</summary>
/// <param name="Tenant">The clinic.</param>
/// <param name="Person">The person.</param>
public sealed record Caller(TenantId Tenant, Person Person)
{
    /// <summary>The caller as the actor of a command.</summary>
    public Actor Actor { get; } = Person.AsActor();

    /// <summary>The request, for the audit.</summary>
    public RequestScope? Request { get; init; }

    /// <summary>The context in which something of a patient is shown, under a command id of its own.</summary>
    public CommandContext Looking(IIdGenerator ids) =>
        ClinicCommand.Of(Tenant, Actor, SiteCommand.Source, ids.Next<CommandId>()) with { Request = Request };

    /// <summary>Available to handlers as a parameter; the routes have required a signed-in person.</summary>
    public static ValueTask<Caller?> BindAsync(HttpContext http) => ValueTask.FromResult<Caller?>(Of(http));

    /// <summary>The caller of a request that authorization let through.</summary>
    public static Caller Of(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        return http.Features.Get<Caller>() ?? throw new Problems.ApiException(StatusCodes.Status401Unauthorized, Problems.ApiRules.NotSignedIn);
    }

    /// <summary>The person's id only.</summary>
    public override string ToString() => Person.ToString();
}
