using System.Globalization;
using System.Text.Json;
using Clinic.Abstractions;
using Clinic.EmergencyBilling.Rights;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>Writes, publishes, corrects and ends tariffs; what was charged before stays explainable.</summary>
public sealed class TariffDesk
{
    private readonly IUnitOfWork work;
    private readonly ITariffStore tariffs;
    private readonly ISiteDirectory sites;
    private readonly IIdGenerator ids;
    private readonly EmergencyBillingOptions options;

    internal TariffDesk(IUnitOfWork work, ITariffStore tariffs, ISiteDirectory sites, IIdGenerator ids, IOptions<EmergencyBillingOptions> options)
    {
        this.work = work;
        this.tariffs = tariffs;
        this.sites = sites;
        this.ids = ids;
        this.options = options.Value;
    }

    /// <summary>Makes a tariff for a key at the site of the context, in the site's currency.</summary>
    /// <exception cref="EmergencyBillingException">The key is taken, something is malformed, or the role is missing.</exception>
    public Task<TariffAnswer> CreateAsync(CommandContext x, CreateTariff command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Writes a version that prices nothing until it is published.</summary>
    /// <exception cref="EmergencyBillingException">The tariff is unknown or was changed since, the prices are not usable, or the role is missing.</exception>
    public Task<TariffAnswer> DraftAsync(CommandContext x, DraftTariff command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Puts a draft in force; the open version before it ends where it begins.</summary>
    /// <exception cref="EmergencyBillingException">It leaves a gap or overlaps, changes the past, is published by its author, or the role is missing.</exception>
    public Task<TariffAnswer> PublishAsync(CommandContext x, PublishTariff command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Gives the open version an end.</summary>
    /// <exception cref="EmergencyBillingException">None is open, the end lies in the past, or the role is missing.</exception>
    public Task<TariffAnswer> EndAsync(CommandContext x, EndTariff command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Stages a new tariff into a commit of the caller.</summary>
    public async Task<TariffAnswer> StageAsync(IUnit unit, CreateTariff command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(command);
        var failures = Begin(unit, EmergencyAct.WriteTariffs, command.Reason);
        var x = unit.Context;
        var site = await sites.FindSiteAsync(x.Tenant, x.Site, cancellationToken).ConfigureAwait(false)
            ?? throw new ClinicRuleException(ClinicRules.PlaceUnknown, ("kind", "site"), ("id", x.Site));
        var book = await tariffs.BookVersionAsync(x.Tenant, x.Site, cancellationToken).ConfigureAwait(false);
        foreach (var other in await tariffs.AllAsync(x.Tenant, x.Site, cancellationToken).ConfigureAwait(false))
        {
            if (other.Key == command.Key) failures.Add(EmergencyBillingRules.EquallySpecific, ("tariff", "new"), ("other", other.Id), ("key", command.Key));
        }

        var snapshot = new TariffSnapshot(ids.Next<TariffId>(), command.TariffName, command.Key, site.Currency, [], 1);
        TariffCheck.Check(snapshot, failures);
        failures.ThrowIfAny();
        return Save(unit, Tariff.Restore(snapshot), TariffChangeKind.Created, null, command.Reason, book);
    }

    /// <summary>Stages a draft into a commit of the caller.</summary>
    public async Task<TariffAnswer> StageAsync(IUnit unit, DraftTariff command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(command);
        var failures = Begin(unit, EmergencyAct.WriteTariffs, command.Reason);
        var (tariff, book) = await LoadAsync(unit, command.Tariff, command.Version, failures, cancellationToken).ConfigureAwait(false);
        if (command.Replaces is { } wrong && tariff.Versions.All(v => v.Number != wrong || v.Status != TariffStatus.Published))
            failures.Add(EmergencyBillingRules.VersionUnknown, ("version", wrong));
        failures.ThrowIfAny();
        // A correction takes over the start too: its hash is of what will be in force.
        var from = command.Replaces is { } number ? tariff.Versions[number - 1].EffectiveFrom : command.EffectiveFrom;
        var drafted = tariff.Draft(command.Terms, from, unit.Context.Actor.Person, unit.Now, command.Reason, command.EffectiveTo, command.Replaces);
        return Save(unit, drafted, TariffChangeKind.Drafted, drafted.Versions.Count, command.Reason, book);
    }

    /// <summary>Stages a publication into a commit of the caller.</summary>
    public async Task<TariffAnswer> StageAsync(IUnit unit, PublishTariff command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(command);
        var failures = Begin(unit, EmergencyAct.PublishTariffs, command.Reason);
        var (tariff, book) = await LoadAsync(unit, command.Tariff, command.Version, failures, cancellationToken).ConfigureAwait(false);
        var draft = tariff.Versions.FirstOrDefault(v => v.Number == command.Number);
        if (draft is null) throw failures.With(EmergencyBillingRules.VersionUnknown, ("version", command.Number));
        var open = tariff.Versions.FirstOrDefault(v => v.Status == TariffStatus.Published && v.EffectiveTo is null);
        var isCorrection = draft.State.Replaces is not null;
        failures.Require(!options.PublisherDiffers || draft.Author != unit.Context.Actor.Person, EmergencyBillingRules.PublisherIsAuthor, ("version", draft.Number));
        failures.Require(isCorrection || open is null || draft.EffectiveFrom >= unit.Now - options.ClockSkew, EmergencyBillingRules.ChangesThePast,
            ("from", draft.EffectiveFrom), ("now", unit.Now), ("version", open?.Number));
        failures.ThrowIfAny();
        var published = tariff.Publish(draft.Number, unit.Context.Actor.Person, unit.Now);
        var cut = !isCorrection && open is not null ? published.Versions[open.Number - 1].EffectiveTo : null;
        unit.Publish(EmergencyEvents.TariffPublished, JsonSerializer.Serialize(
            new TariffHappening(tariff.Id, unit.Context.Site, draft.Number, draft.ContentHash, draft.EffectiveFrom), ClinicJson.Options));
        return Save(unit, published, isCorrection ? TariffChangeKind.Corrected : TariffChangeKind.Published, draft.Number, command.Reason, book, null, cut);
    }

    /// <summary>Stages an end into a commit of the caller.</summary>
    public async Task<TariffAnswer> StageAsync(IUnit unit, EndTariff command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(command);
        var failures = Begin(unit, EmergencyAct.PublishTariffs, command.Reason);
        var (tariff, book) = await LoadAsync(unit, command.Tariff, command.Version, failures, cancellationToken).ConfigureAwait(false);
        failures.Require(command.At >= unit.Now - options.ClockSkew, EmergencyBillingRules.EndInThePast, ("at", command.At), ("now", unit.Now));
        failures.ThrowIfAny();
        var ended = tariff.End(command.At);
        var number = ended.Versions.Last(v => v.EffectiveTo == command.At && v.Status == TariffStatus.Published).Number;
        return Save(unit, ended, TariffChangeKind.Ended, number, command.Reason, book, null, command.At);
    }

    private static Failures Begin(IUnit unit, EmergencyAct act, string reason)
    {
        var failures = new Failures();
        EmergencyRights.CheckRole(failures, unit.Context.Actor, act);
        failures.Text("reason", reason, 500);
        return failures;
    }

    private async Task<(Tariff Tariff, long Book)> LoadAsync(IUnit unit, TariffId id, long version, Failures failures, CancellationToken ct)
    {
        var x = unit.Context;
        var book = await tariffs.BookVersionAsync(x.Tenant, x.Site, ct).ConfigureAwait(false);
        var tariff = id == default ? null : await tariffs.FindAsync(x.Tenant, x.Site, id, ct).ConfigureAwait(false);
        if (tariff is null) throw failures.With(EmergencyBillingRules.TariffUnknown, ("tariff", id));
        failures.Require(version == tariff.Version, EmergencyBillingRules.StaleVersion, ("kind", "tariff"), ("asked", version), ("found", tariff.Version));
        return (tariff, book);
    }

    private TariffAnswer Save(
        IUnit unit, Tariff tariff, TariffChangeKind kind, int? number, string reason, long book, Instant? endBefore = null, Instant? endAfter = null)
    {
        tariffs.Save(unit, tariff, new(tariff.Version, kind, number, unit.Context.Actor.Person, unit.Now, reason, endBefore, endAfter), book);
        var hash = number is { } n ? tariff.Versions[n - 1].ContentHash : null;
        unit.Audit(ActionOf(kind), tariff.Fact, number is null ? null : string.Create(CultureInfo.InvariantCulture, $"version {number} {hash![..12]}"));
        return new(tariff.Id, tariff.Version, number, hash);
    }

    private static string ActionOf(TariffChangeKind kind) => kind switch
    {
        TariffChangeKind.Created => "tariff.created",
        TariffChangeKind.Drafted => "tariff.drafted",
        TariffChangeKind.Published => "tariff.published",
        TariffChangeKind.Corrected => "tariff.corrected",
        _ => "tariff.ended",
    };
}
