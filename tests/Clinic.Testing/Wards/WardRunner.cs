using System.Text.Json;
using Clinic.Abstractions;
using Clinic.Dispensing.Closing;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.HandOvers;
using Clinic.Dispensing.Preparing;
using Clinic.Dispensing.Requesting;
using Clinic.Dispensing.Returning;
using Clinic.Dispensing.Tickets;
using Clinic.Dispensing.Usage;
using Clinic.Dispensing.Wasting;
using Clinic.Pharmacy.Lots;
using Clinic.Testing.Histories;
using NodaTime;

namespace Clinic.Testing.Wards;

/// <summary>Runs a random history on a world; refused steps must change nothing, repeated ones must answer the same.</summary>
public sealed class WardRunner(WardWorld world)
{
    private static readonly Staff[] Everybody = [.. WardPeople.All];

    private const int MostTries = 5;

    private readonly List<DispensationId> ids = [];
    private readonly List<string> refusals = [];

    public IReadOnlyList<DispensationId> Dispensations => ids;

    /// <summary>The texts of all refusals: no secret may be in them.</summary>
    public IReadOnlyList<string> Refusals => refusals;

    /// <summary>Errors after which the same command is sent again, as whoever does not know its outcome must; none by default.</summary>
    public Func<Exception, bool> MayRepeat { get; init; } = _ => false;

    /// <summary>How often a command of each act was accepted; a history that is refused throughout would prove nothing.</summary>
    public Dictionary<WardAct, int> Accepted { get; } = [];

    public async Task RunAsync(IEnumerable<WardStep> steps, CancellationToken ct)
    {
        var laws = new WardLaws(world);
        foreach (var step in steps)
        {
            world.Clock.Advance(Duration.FromSeconds(7));
            if (step.Act == WardAct.Tick)
            {
                world.Clock.Advance(Duration.FromMinutes(10 + (step.Figure % 3000)));
                await TickAsync(ct);
            }
            else
            {
                await TryAsync(step, ct);
            }

            await DeliverEventsAsync(ct);
            await laws.CheckAsync(ids, ct);
        }
    }

    private async Task TryAsync(WardStep step, CancellationToken ct)
    {
        var before = await StateAsync(ct);
        try
        {
            await DoAsync(step, ct);
        }
        catch (Exception e) when (e is IRuleViolation)
        {
            refusals.Add(e.ToString());
            var after = await StateAsync(ct);
            if (after != before) throw new LawBrokenException($"A refused {step.Act} changed something: {e.Message}");
        }
    }

    private async Task<string> StateAsync(CancellationToken ct) => await new WardLaws(world).StateAsync(ids, ct);

    private async Task DoAsync(WardStep s, CancellationToken ct)
    {
        if (s.Act == WardAct.Request)
        {
            await RequestAsync(s, ct);
            return;
        }

        if (ids.Count == 0)
        {
            if (s.Act == WardAct.Onwards) await RequestAsync(s with { Act = WardAct.Request }, ct);
            return;
        }

        // Mostly one of the last two, so that histories get somewhere.
        var id = s.Which % 10 < 8 ? ids[Math.Max(0, ids.Count - 1 - (s.Which % 2))] : ids[s.Which % ids.Count];
        var d = await world.LoadAsync(id, ct);
        if (s.Act == WardAct.Onwards) s = s with { Act = WardPath.Next(d, s.Figure) };
        switch (s.Act)
        {
            case WardAct.Request: await RequestAsync(s, ct); break;
            case WardAct.Submit: await Run(s, WardPeople.Nurse, new SubmitDispensation { Dispensation = id }, world.Get<DispensationRequests>().SubmitAsync, ct); break;
            case WardAct.Authorise: await Run(s, WardPeople.Physician, new AuthoriseDispensation { Dispensation = id }, world.Get<DispensationRequests>().AuthoriseAsync, ct); break;
            case WardAct.Decline: await Run(s, WardPeople.Physician, new DeclineDispensation { Dispensation = id, Reason = "no" }, world.Get<DispensationRequests>().DeclineAsync, ct); break;
            case WardAct.Withdraw: await Run(s, WardPeople.Nurse, new WithdrawDispensation { Dispensation = id, Reason = "no" }, world.Get<DispensationRequests>().WithdrawAsync, ct); break;
            case WardAct.Begin: await Run(s, WardPeople.Pharmacist, new BeginPreparation { Dispensation = id, MayBePartial = s.Figure % 2 == 0 }, world.Get<DispensationPreparing>().BeginAsync, ct); break;
            case WardAct.Confirm: await ConfirmAsync(s, d, ct); break;
            case WardAct.MarkPrepared: await Run(s, WardPeople.Pharmacist, new MarkPrepared { Dispensation = id, Checker = s.Figure % 10 == 0 ? null : WardWorld.Pin(WardPeople.SecondPharmacist) }, world.Get<DispensationPreparing>().MarkPreparedAsync, ct); break;
            case WardAct.Hold: await Run(s, WardPeople.Auxiliary, new HoldPreparation { Dispensation = id, Reason = "espera" }, world.Get<DispensationPreparing>().HoldAsync, ct); break;
            case WardAct.Resume: await Run(s, WardPeople.Auxiliary, new ResumePreparation { Dispensation = id, MayBePartial = s.Figure % 2 == 0 }, world.Get<DispensationPreparing>().ResumeAsync, ct); break;
            case WardAct.ReopenPreparation: await Run(s, WardPeople.Auxiliary, new ReopenPreparation { Dispensation = id, Reason = "otra vez" }, world.Get<DispensationPreparing>().ReopenAsync, ct); break;
            case WardAct.Cancel: await Run(s, WardPeople.Auxiliary, new CancelDispensation { Dispensation = id, Reason = "no" }, world.Get<DispensationPreparing>().CancelAsync, ct); break;
            case WardAct.Substitute: await SubstituteAsync(s, d, ct); break;
            case WardAct.HandOver or WardAct.HandOverPart or WardAct.HandOverAttested: await HandOverAsync(s, d, ct); break;
            case WardAct.ConfirmReceipt: await ConfirmReceiptAsync(s, d, ct); break;
            case WardAct.Stop: await Run(s, WardPeople.Auxiliary, new StopDispensation { Dispensation = id, Reason = "alta" }, world.Get<HandingOver>().StopAsync, ct); break;
            case WardAct.Dose: await Run(s, WardPeople.SecondNurse, new RecordDose { Dispensation = id, Dose = Dose(s, d) }, world.Get<DoseLog>().RecordAsync, ct); break;
            case WardAct.CorrectDose: await CorrectAsync(s, d, ct); break;
            case WardAct.AllUsed: await Run(s, WardPeople.SecondNurse, new ConfirmAllUsed { Dispensation = id }, world.Get<DoseLog>().ConfirmAllUsedAsync, ct); break;
            case WardAct.Finish: await Run(s, WardPeople.SecondNurse, new FinishUse { Dispensation = id }, world.Get<DoseLog>().FinishAsync, ct); break;
            case WardAct.DeclareReturn: await DeclareAsync(s, d, ct); break;
            case WardAct.CountReturn: await CountAsync(s, d, ct); break;
            case WardAct.Waste: await WasteAsync(s, d, ct); break;
            case WardAct.CorrectWaste: await CorrectWasteAsync(s, d, ct); break;
            case WardAct.Close: await Run(s, WardPeople.Pharmacist, new CloseDispensation { Dispensation = id }, world.Get<BookClosing>().CloseAsync, ct); break;
            case WardAct.Raise: await Run(s, WardPeople.Pharmacist, new RaiseDiscrepancy { Dispensation = id, Evidence = "no cuadra" }, world.Get<BookClosing>().RaiseDiscrepancyAsync, ct); break;
            case WardAct.AddEvidence: await OnTicketAsync(s, d, t => Run(s, WardPeople.Nurse, new AddEvidence { Dispensation = id, Ticket = t.Id, Text = "vi esto" }, world.Get<TicketDesk>().AddEvidenceAsync, ct)); break;
            case WardAct.ResolveExplained: await OnTicketAsync(s, d, t => ResolveAsync(s, d, t, TicketOutcome.Explained, ct)); break;
            case WardAct.ResolveUnexplained: await OnTicketAsync(s, d, t => ResolveAsync(s, d, t, TicketOutcome.Unexplained, ct)); break;
            case WardAct.ReopenBooks: await Run(s, WardPeople.Supervisor, new ReopenDispensation { Dispensation = id, Reason = "revisar" }, world.Get<BookClosing>().ReopenAsync, ct); break;
            case WardAct.EnteredInError: await Run(s, WardPeople.Supervisor, new MarkEnteredInError { Dispensation = id, Reason = "error" }, world.Get<BookClosing>().MarkEnteredInErrorAsync, ct); break;
            case WardAct.Recall: await RecallAsync(s, d, ct); break;
            default: throw new InvalidOperationException($"No step for {s.Act}.");
        }
    }

    private async Task RequestAsync(WardStep s, CancellationToken ct)
    {
        (PresentationId, decimal, UnitCode)[] products =
        [
            (world.Tablet, 1 + (s.Figure % 12), UnitCode.Tablet), (world.Ampoule, 1 + (s.Figure % 3), UnitCode.Ampoule),
            (world.Vial, 1, new("{vial}")), (world.Syrup, 0.5m + (s.Figure % 40), UnitCode.Millilitre),
        ];
        var lines = products.Skip(s.Which % 4).Take(1 + (s.Figure % 2)).ToArray();
        var command = world.Asking(lines) with { Urgency = s.Figure % 4 == 0 ? Urgency.Urgent : Urgency.Routine, IsDraft = s.Figure % 23 == 0 };
        var answer = await Run(s, WardPeople.Nurse, command, world.Get<DispensationRequests>().RequestAsync, ct);
        ids.Add(answer.Dispensation);
    }

    private async Task ConfirmAsync(WardStep s, Dispensation d, CancellationToken ct)
    {
        foreach (var line in d.Lines)
        {
            foreach (var lot in line.Parts.GroupBy(p => p.Lot))
                await Run(s, WardPeople.Pharmacist, new ConfirmPart { Dispensation = d.Id, Line = line.Number, Lot = lot.Key, Quantity = lot.Sum(p => p.Quantity) }, world.Get<DispensationPreparing>().ConfirmAsync, ct);
        }
    }

    private async Task SubstituteAsync(WardStep s, Dispensation d, CancellationToken ct)
    {
        if (d.Lines.FirstOrDefault(l => l.Product.Presentation == world.Tablet || l.Product.Presentation == world.OtherTablet) is not { } line) return;
        var other = line.Product.Presentation == world.Tablet ? world.OtherTablet : world.Tablet;
        await Run(s, WardPeople.Pharmacist, new SubstituteLine { Dispensation = d.Id, Line = line.Number, Presentation = other, Quantity = new(s.Figure % 3 == 0 ? Math.Max(1, line.Quantity - 1) : s.Figure % 7 == 0 ? line.Quantity + 1 : line.Quantity, UnitCode.Tablet), Reason = "no hay" }, world.Get<DispensationPreparing>().SubstituteAsync, ct);
    }

    private async Task HandOverAsync(WardStep s, Dispensation d, CancellationToken ct)
    {
        var recipient = s.Figure % 9 == 0 ? Anybody(s) : WardPeople.SecondNurse;
        var command = world.HandingOver(d.Id) with { Recipient = WardWorld.Pin(recipient, s.Figure % 17 == 0 ? "00000000" : null), SecondPerson = s.Figure % 13 == 0 ? null : WardWorld.Pin(WardPeople.ThirdPharmacist) };
        if (s.Act == WardAct.HandOverPart)
        {
            var lines = d.Lines.Where(l => l.Kept > 1).Select(l => new HandOverLine(l.Number, decimal.Floor(l.Kept / 2) is > 0 and var half ? half : 1)).ToList();
            if (lines.Count > 0) command = command with { Items = [new(d.Id, lines)] };
        }

        if (s.Act == WardAct.HandOverAttested)
            command = command with { Recipient = null, Attestation = new(recipient.Id, WardWorld.Pin(WardPeople.ThirdNurse), WardWorld.Pin(s.Figure % 7 == 0 ? WardPeople.ThirdNurse : WardPeople.SecondPhysician), "sin credencial") };
        await Run(s, WardPeople.Auxiliary, command, world.Get<HandingOver>().HandOverAsync, ct);
        // Attempt counters are not what is looked at here; a lock would refuse the rest of the history.
        world.Clock.Advance(Duration.FromMinutes(16));
    }

    private async Task ConfirmReceiptAsync(WardStep s, Dispensation d, CancellationToken ct)
    {
        if (d.HandOvers.Count == 0) return;
        var handOver = d.HandOvers[s.Figure % d.HandOvers.Count];
        await Run(s, WardPeople.SecondNurse, new ConfirmReceipt { Dispensation = d.Id, HandOver = handOver.Id, Recipient = WardWorld.Pin(WardPeople.SecondNurse), Device = "sala" }, world.Get<HandingOver>().ConfirmReceiptAsync, ct);
    }

    private DoseData Dose(WardStep s, Dispensation d)
    {
        var line = d.Lines[s.Figure % d.Lines.Count];
        var account = line.Accounts.Count == 0 ? null : line.Accounts[s.Which % line.Accounts.Count];
        var unit = line.Product.AccountUnit;
        var amount = (s.Figure % 6) switch
        {
            0 => account?.Outstanding ?? 1,
            1 => (account?.Outstanding ?? 1) + 1,
            2 => 300,
            3 => 0.5m,
            _ => 1,
        };
        var containers = line.Product.ContainerHolds is { } holds ? (int?)Math.Max(1, (int)decimal.Ceiling(Math.Min(amount, 100) / holds)) : null;
        return new() { Line = line.Number, Lot = account?.Lot, Amount = new(amount, unit), Containers = s.Figure % 6 == 2 ? 1 : containers, OpenedAt = line.Product.ContainerHolds is null ? null : world.Now };
    }

    private async Task CorrectAsync(WardStep s, Dispensation d, CancellationToken ct)
    {
        var log = await world.Get<IDoseStore>().ListAsync(world.Tenant, d.Id, PageRequest.First, ct);
        if (log.Items.Count == 0) return;
        var wrong = log.Items[s.Figure % log.Items.Count];
        await Run(s, s.Figure % 2 == 0 ? WardPeople.SecondNurse : WardPeople.Supervisor, new CorrectDose { Dispensation = d.Id, Dose = wrong.Id, Reason = "error", Replacement = s.Which % 2 == 0 ? Dose(s, d) : null }, world.Get<DoseLog>().CorrectAsync, ct);
    }

    private async Task DeclareAsync(WardStep s, Dispensation d, CancellationToken ct)
    {
        var line = d.Lines[s.Figure % d.Lines.Count];
        if (line.Accounts.Count == 0) return;
        var account = line.Accounts[s.Which % line.Accounts.Count];
        var quantity = s.Figure % 4 == 0 ? account.Free : s.Figure % 4 == 1 ? account.Free + 1 : line.Product.ToAccount(1);
        await Run(s, WardPeople.SecondNurse, new DeclareReturn { Dispensation = d.Id, Line = line.Number, Lot = account.Lot, Quantity = new(quantity, line.Product.AccountUnit), Condition = (ReturnCondition)(s.Figure % 3), Reason = "sobra" }, world.Get<WardReturns>().DeclareAsync, ct);
    }

    private async Task CountAsync(WardStep s, Dispensation d, CancellationToken ct)
    {
        if (d.Returns.Count == 0) return;
        var declared = d.Returns[s.Figure % d.Returns.Count];
        var product = d.Lines[declared.Line - 1].Product;
        var counted = s.Figure % 5 == 0 ? 0 : s.Figure % 5 == 1 ? declared.Declared + product.ToAccount(1) : declared.Declared;
        var to = declared.Condition == ReturnCondition.Unopened && s.Figure % 3 > 0 ? world.Store : world.Quarantine;
        await Run(s, WardPeople.Pharmacist, new ConfirmReturn { Dispensation = d.Id, Return = declared.Id, Counted = new(counted, product.AccountUnit), To = counted == 0 ? null : to }, world.Get<WardReturns>().ConfirmAsync, ct);
    }

    private async Task WasteAsync(WardStep s, Dispensation d, CancellationToken ct)
    {
        var line = d.Lines[s.Figure % d.Lines.Count];
        if (line.Accounts.Count == 0) return;
        var account = line.Accounts[s.Which % line.Accounts.Count];
        var amount = s.Figure % 3 == 0 ? account.Free : s.Figure % 3 == 1 ? 1 : account.Free + 1;
        var witness = (s.Figure % 8) switch { 0 => null, 1 => WardPeople.SecondNurse, _ => WardPeople.ThirdNurse };
        await Run(s, WardPeople.SecondNurse, new RecordWaste
        {
            Dispensation = d.Id,
            Waste = new() { Line = line.Number, Lot = account.Lot, Kind = (RemainderKind)(s.Which % 6), Amount = new(amount, line.Product.AccountUnit), Reason = "resto" },
            Witness = witness is null ? null : WardWorld.Pin(witness),
            WitnessMissing = witness is null && s.Figure % 16 == 0 ? "nadie" : null,
        }, world.Get<RemainderWaste>().RecordAsync, ct);
    }

    private async Task CorrectWasteAsync(WardStep s, Dispensation d, CancellationToken ct)
    {
        var log = await world.Get<IWasteStore>().ListAsync(world.Tenant, d.Id, PageRequest.First, ct);
        if (log.Items.Count == 0) return;
        await Run(s, s.Figure % 2 == 0 ? WardPeople.SecondNurse : WardPeople.Supervisor, new CorrectWaste { Dispensation = d.Id, Waste = log.Items[s.Figure % log.Items.Count].Id, Reason = "error" }, world.Get<RemainderWaste>().CorrectAsync, ct);
    }

    private static async Task OnTicketAsync(WardStep s, Dispensation d, Func<Ticket, Task> act)
    {
        if (d.Tickets.Count > 0) await act(d.Tickets[s.Figure % d.Tickets.Count]);
    }

    private async Task ResolveAsync(WardStep s, Dispensation d, Ticket ticket, TicketOutcome outcome, CancellationToken ct) =>
        await Run(s, WardPeople.Supervisor, new ResolveTicket
        {
            Dispensation = d.Id,
            Ticket = ticket.Id,
            Outcome = outcome,
            Reason = "visto",
            MissingDose = outcome == TicketOutcome.Explained && s.Figure % 3 == 0 ? Dose(s, d) with { Responsible = WardPeople.SecondNurse.Id } : null,
            Approver = s.Figure % 6 == 0 ? null : WardWorld.Pin(WardPeople.SecondSupervisor),
        }, world.Get<TicketDesk>().ResolveAsync, ct);

    private async Task RecallAsync(WardStep s, Dispensation d, CancellationToken ct)
    {
        if (s.Figure % 5 > 0) return;
        var line = d.Lines[s.Figure % d.Lines.Count];
        Accepted[s.Act] = Accepted.GetValueOrDefault(s.Act) + 1;
        await world.Get<LotControl>().RecallAsync(world.As(WardPeople.Pharmacist), new(line.Product.Presentation, new(s.Which % 2 == 0 ? "L1" : "L2"), "aviso"), ct);
    }

    private async Task<TAnswer> Run<TCommand, TAnswer>(WardStep s, Staff usual, TCommand command, Func<CommandContext, TCommand, CancellationToken, Task<TAnswer>> run, CancellationToken ct)
    {
        var x = world.As(s.Who % 10 == 0 ? Anybody(s) : usual);
        var answer = await SteadyAsync(() => run(x, command, ct));
        Accepted[s.Act] = Accepted.GetValueOrDefault(s.Act) + 1;
        if (!s.Again) return answer;
        var before = await StateAsync(ct);
        var again = await SteadyAsync(() => run(x, command, ct));
        if (JsonSerializer.Serialize(answer, ClinicJson.Options) != JsonSerializer.Serialize(again, ClinicJson.Options)) throw new LawBrokenException($"A repeated {s.Act} answered otherwise.");
        if (before != await StateAsync(ct)) throw new LawBrokenException($"A repeated {s.Act} changed something.");
        return answer;
    }

    private async Task<T> SteadyAsync<T>(Func<Task<T>> call)
    {
        for (var left = MostTries; ; left--)
        {
            try
            {
                return await call();
            }
            catch (Exception e) when (left > 1 && MayRepeat(e))
            {
                // Its outcome is not known: the same again settles it.
            }
        }
    }

    private static Staff Anybody(WardStep s) => Everybody[s.Who / 10 % Everybody.Length];

    private async Task TickAsync(CancellationToken ct)
    {
        foreach (var job in world.All<IClinicJob>()) await SteadyAsync(() => job.RunOnceAsync(world.Tenant, ct));
    }

    private async Task DeliverEventsAsync(CancellationToken ct)
    {
        var outbox = world.Get<IOutbox>();
        while (true)
        {
            var events = await SteadyAsync(() => outbox.LeaseAsync(world.Tenant, world.Now, world.Now + Duration.FromMinutes(1), 100, ct));
            if (events.Count == 0) return;
            foreach (var e in events)
            {
                foreach (var secret in WardPeople.All.SelectMany(p => new[] { p.Pin, p.Badge }))
                {
                    if (e.Json.Contains(secret, StringComparison.Ordinal)) throw new LawBrokenException($"The event {e.Type} holds a secret.");
                }

                // At least once: twice must be as good as once.
                foreach (var receiver in world.All<IOutboxReceiver>())
                {
                    await receiver.ReceiveAsync(e, ct);
                    await receiver.ReceiveAsync(e, ct);
                }

                await outbox.DeliveredAsync(world.Tenant, e.Id, world.Now, ct);
            }
        }
    }
}
