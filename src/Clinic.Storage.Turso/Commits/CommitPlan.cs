using Clinic.Abstractions;

namespace Clinic.Storage.Turso;

/// <summary>The whole commit as one list of statements, in the order in which they run.</summary>
internal static class CommitPlan
{
    private const string InsertCommand =
        "INSERT INTO commands (tenant_id, id, name, actor_id, payload_hash, answer, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";

    private const string InsertEvent =
        "INSERT INTO outbox (tenant_id, id, type, content, at, attempts, next_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?5)";

    /// <summary>What was relied on, the command itself, its writes, the audit, the events.</summary>
    public static Step[] Of(TursoUnit unit, CommandRecord record, ClinicDatabase source)
    {
        var plan = new List<Step>(unit.Requirements.Count + 1 + unit.Steps.Count + unit.Audits.Count + unit.Events.Count);
        foreach (var (fact, version) in unit.Requirements)
            plan.Add(new Step(source.Fact(fact.Kind).Check, [unit.Tenant, fact.Id, version], Guard.Holds(fact)));
        plan.Add(Command(record));
        plan.AddRange(unit.Steps);
        foreach (var entry in unit.Audits) plan.Add(AuditStatements.Of(entry));
        foreach (var e in unit.Events) plan.Add(Event(e));
        return [.. plan];
    }

    private static Step Command(CommandRecord r) => new(
        InsertCommand,
        [r.Tenant.Value, r.Command.Value, r.Name, r.Actor.Value, r.PayloadHash, r.AnswerJson, r.At],
        Guard.OneRow(new FactKey("command", r.Command.Value)));

    internal static Step Event(OutboxEvent e) => new(
        InsertEvent,
        [e.Tenant.Value, e.Id, e.Type, e.Json, e.At, e.Attempts],
        Guard.OneRow(new FactKey("event", e.Id)));
}
