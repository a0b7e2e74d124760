using System.Globalization;
using NodaTime;

namespace Clinic.Abstractions;

/// <summary>What every adapter's unit collects beside its own writes.</summary>
public abstract class StagedUnit : IUnit
{
    private const int LongestNote = 500;

    private readonly List<(FactKey Fact, long Version)> requirements = [];
    private readonly List<AuditEntry> audits = [];
    private readonly List<OutboxEvent> events = [];
    private readonly IIdGenerator ids;

    /// <summary>A unit for one attempt at a command.</summary>
    /// <param name="context">Who does what where.</param>
    /// <param name="commandName">The permanent name of the command, for the audit.</param>
    /// <param name="now">The instant of the attempt.</param>
    /// <param name="ids">Makes the ids of audit entries and events.</param>
    protected StagedUnit(CommandContext context, string commandName, Instant now, IIdGenerator ids)
    {
        Context = context;
        CommandName = commandName;
        Now = now;
        this.ids = ids;
    }

    /// <inheritdoc/>
    public CommandContext Context { get; }

    /// <inheritdoc/>
    public Instant Now { get; }

    /// <summary>The permanent name of the command.</summary>
    public string CommandName { get; }

    /// <summary>The facts that must still have these versions when the commit begins.</summary>
    public IReadOnlyList<(FactKey Fact, long Version)> Requirements => requirements;

    /// <summary>The audit entries of the commit.</summary>
    public IReadOnlyList<AuditEntry> Audits => audits;

    /// <summary>The events that leave after the commit.</summary>
    public IReadOnlyList<OutboxEvent> Events => events;

    /// <summary>Says whether the adapter's part holds any write.</summary>
    public abstract bool HasWrites { get; }

    /// <inheritdoc/>
    public void Require(FactKey fact, long version)
    {
        if (!requirements.Contains((fact, version))) requirements.Add((fact, version));
    }

    /// <inheritdoc/>
    public void Audit(string action, FactKey subject, string? note = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(action);
        if (note is { Length: > LongestNote }) note = note[..LongestNote];
        audits.Add(AuditEntry.Accepted(ids.Next(), Context, CommandName, Now, action, subject, note));
    }

    /// <summary>Adds to every entry what is known only once the body is done.</summary>
    internal void CompleteAudits(string requestHash, string responseHash)
    {
        string[] references = [.. requirements.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Fact.Kind}/{ClinicId.Text(r.Fact.Id)}@{r.Version}"))];
        for (var i = 0; i < audits.Count; i++)
            audits[i] = audits[i] with { RequestHash = requestHash, ResponseHash = responseHash, References = references };
    }

    /// <inheritdoc/>
    public void Publish(string type, string json)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(type);
        ArgumentException.ThrowIfNullOrWhiteSpace(json);
        events.Add(new OutboxEvent(ids.Next(), Context.Tenant, type, json, Now, Attempts: 0));
    }
}
