using System.Text.Json;
using Clinic.Abstractions;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.HandOvers;
using Clinic.Dispensing.Policies;
using Clinic.Dispensing.Rights;
using Clinic.Dispensing.Tickets;
using NodaTime;

namespace Clinic.Dispensing;

/// <summary>What every command of dispensing looks up first, and how it saves.</summary>
internal sealed class DispensingDesk(
    IUnitOfWork work, IDispensationStore dispensations, IPersonDirectory people, ISiteDirectory sites, ICredentialVerifier credentials,
    DispensingOptions options, IIdGenerator ids)
{
    public IUnitOfWork Work => work;

    public ISiteDirectory Sites => sites;

    public DispensingOptions Options => options;

    public IIdGenerator Ids => ids;

    public Proofs Proofs() => new(credentials);

    /// <summary>The dispensation as the caller read it, if the actor may see it, with the actor's role checked.</summary>
    public async Task<Dispensation> LoadAsync<TAnswer>(
        IUnit unit, DispensationCommand<TAnswer> command, DispensingAct act, Failures failures, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(command);
        DispensingRights.CheckRole(failures, unit.Context.Actor, act);
        return await LoadAsync(unit, command.Dispensation, command.Version, failures, ct).ConfigureAwait(false);
    }

    public async Task<Dispensation> LoadAsync(IUnit unit, DispensationId id, long? version, Failures failures, CancellationToken ct)
    {
        var found = id == default ? null : await dispensations.FindAsync(unit.Context.Tenant, id, ct).ConfigureAwait(false);
        // What the actor may not see is as unknown as what is not stored: ids of other wards tell nothing.
        if (found is null || found.Site != unit.Context.Site || !Visibility.MaySee(unit.Context.Actor, found)) throw failures.With(DispensingRules.DispensationUnknown, ("dispensation", id));
        failures.Require(version is null || version == found.Version, DispensingRules.StaleVersion, ("dispensation", id), ("asked", version), ("found", found.Version));
        return found;
    }

    public EffectivePolicy PolicyOf(Dispensation dispensation) => EffectivePolicy.Of(options, dispensation.Classes, dispensation.Target.Area);

    /// <summary>Where the people of the ward act: the receiving department, or the pharmacy that serves it.</summary>
    public static void CheckWard(Failures failures, Actor actor, DispensingAct act, Dispensation dispensation)
    {
        if (actor.HasAny(Role.Pharmacist) && actor.Departments.Contains(dispensation.Pharmacy)) return;
        DispensingRights.CheckDepartment(failures, actor, act, dispensation.Target.Department);
    }

    public static void CheckPharmacy(Failures failures, Actor actor, DispensingAct act, Dispensation dispensation) =>
        DispensingRights.CheckDepartment(failures, actor, act, dispensation.Pharmacy);

    /// <summary>A person that a command names: active, with the role and department for their part.</summary>
    public async Task<Person?> PersonAsync(
        CommandContext x, PersonId id, string part, DispensingAct act, IReadOnlyList<DepartmentId?> departments, Failures failures, CancellationToken ct)
    {
        var person = id == default ? null : await people.FindAsync(x.Tenant, id, ct).ConfigureAwait(false);
        if (person is null or { IsRetired: true })
        {
            failures.Add(DispensingRules.PersonUnknown, ("person", id));
            return null;
        }

        var actor = person.AsActor();
        var belongs = departments.Count == 0 || actor.HasAny(Role.Supervisor) || departments.Any(d => d is null || person.Departments.Contains(d.Value));
        failures.Require(actor.HasAny([.. DispensingRights.RolesFor(act)]) && belongs, DispensingRules.PersonNotAllowed,
            ("part", part), ("allowed", string.Join(", ", DispensingRights.RolesFor(act))), ("found", belongs ? actor.RolesText() : "another department"));
        return person;
    }

    /// <summary>When something happened: now unless said, a little ahead is now, further ahead is refused.</summary>
    public Instant Occurred(Instant? asked, Instant now, Failures failures)
    {
        if (asked is not { } at || (at > now && at <= now + options.ClockSkew)) return now;
        failures.Require(at <= now, DispensingRules.TimeInFuture, ("found", at), ("now", now));
        return at.TruncateToMicroseconds();
    }

    public Ticket NewTicket(
        IUnit unit, Dispensation about, TicketKind kind, int? line = null, LotId? lot = null, decimal? amount = null) =>
        new(ids.Next<TicketId>(), kind, line, lot, amount, unit.Context.Actor.Person, unit.Now, null, unit.Now + PolicyOf(about).TicketDue, 0, [], null);

    /// <summary>Stages the change with its audit entry, and an event per ticket it raised.</summary>
    public DispensationAnswer Save(IUnit unit, Dispensation before, Dispensation after, string action, string? note = null)
    {
        dispensations.Save(unit, before, after);
        unit.Audit(action, after.Fact, note);
        var raised = after.Tickets.Skip(before.Tickets.Count).ToList();
        foreach (var ticket in raised) Publish(unit, DispensingEvents.TicketRaised, after, ticket);
        return Answer(after, raised);
    }

    public static DispensationAnswer Answer(Dispensation d, IEnumerable<Ticket> raised) =>
        new(d.Id, d.Status, d.Accountability, d.Version, [.. raised.Select(t => t.Id)]);

    public static void Publish(IUnit unit, string type, Dispensation about, Ticket? ticket = null) =>
        unit.Publish(type, JsonSerializer.Serialize(
            new DispensationHappening(about.Id, about.Status, about.Accountability, about.Target.Department, about.Pharmacy, ticket?.Id, ticket?.Kind), ClinicJson.Options));
}
