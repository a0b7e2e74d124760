using Clinic.Dispensing.Closing;
using Clinic.Dispensing.Usage;
using NodaTime;

namespace Clinic.Dispensing.Dispensations;

public sealed partial class Dispensation
{
    /// <summary>Books a dose; one beyond what is outstanding is kept and puts the account under review.</summary>
    internal Dispensation Use(Failures failures, int line, LotAccount account, decimal amount, Instant? openedAt, decimal openRest, decimal overfill = 0)
    {
        var beyond = amount > account.Outstanding;
        var accountability = Fire(failures, beyond ? AccountabilityTrigger.RecordDoseBeyond : AccountabilityTrigger.RecordDose);
        var next = WithAccount(line, account with { Used = account.Used + amount, OpenedAt = openedAt, OpenRest = openRest, Overfill = account.Overfill + overfill });
        return next.Next(next.state with { Accountability = accountability });
    }

    /// <summary>Takes a dose back.</summary>
    internal Dispensation Reverse(Failures failures, DoseEntry dose)
    {
        var accountability = Fire(failures, AccountabilityTrigger.CorrectDose);
        var account = state.Lines[dose.Line - 1].AccountOf(dose.Lot)!;
        // What was not given after all is still in the container that is open.
        var rest = account.OpenedAt is { } opened && dose.Containers is not null && dose.At >= opened
            ? Math.Min(account.OpenRest + dose.Amount, state.Lines[dose.Line - 1].Product.ContainerHolds ?? 0)
            : account.OpenRest;
        var next = WithAccount(dose.Line, account with { Used = account.Used - dose.Amount, OpenRest = rest, Overfill = account.Overfill - dose.Overfill });
        return next.Next(next.state with { Accountability = accountability });
    }

    internal Dispensation FinishUse(Failures failures) => Next(state with { Accountability = Fire(failures, AccountabilityTrigger.FinishUse) });

    internal Dispensation BecomeOverdue(Failures failures) => Next(state with { Accountability = Fire(failures, AccountabilityTrigger.Overdue) });

    internal void Check(Failures failures, AccountabilityTrigger trigger) => Fire(failures, trigger);
}
