using Clinic.Dispensing.Closing;
using Clinic.Dispensing.Returning;

namespace Clinic.Dispensing.Dispensations;

public sealed partial class Dispensation
{
    internal Dispensation DeclareReturn(Failures failures, ReturnRecord declared)
    {
        var accountability = Fire(failures, AccountabilityTrigger.DeclareReturn);
        var account = state.Lines[declared.Line - 1].AccountOf(declared.Lot)!;
        var next = WithAccount(declared.Line, account with { PendingReturn = account.PendingReturn + declared.Declared });
        return next.Next(next.state with { Accountability = accountability, Returns = [.. state.Returns, declared] });
    }

    /// <summary>Books what the pharmacy counted, spread over the postings it left with.</summary>
    internal Dispensation ConfirmReturn(Failures failures, ReturnRecord counted, IReadOnlyList<LotIssue> issues)
    {
        var accountability = Fire(failures, AccountabilityTrigger.ConfirmReturn);
        var account = state.Lines[counted.Line - 1].AccountOf(counted.Lot)!;
        var next = WithAccount(counted.Line, account with
        {
            PendingReturn = account.PendingReturn - counted.Declared,
            Returned = account.Returned + counted.Counted!.Value,
            Issues = issues,
        });
        return next.Next(next.state with { Accountability = accountability, Returns = [.. state.Returns.Select(r => r.Id == counted.Id ? counted : r)] });
    }

    internal Dispensation Waste(Failures failures, int line, LotAccount account, decimal amount, bool emptiesOpen)
    {
        var accountability = Fire(failures, AccountabilityTrigger.RecordWaste);
        var next = WithAccount(line, emptiesOpen
            ? account with { Wasted = account.Wasted + amount, OpenedAt = null, OpenRest = 0 }
            : account with { Wasted = account.Wasted + amount });
        return next.Next(next.state with { Accountability = accountability });
    }
}
