using Clinic.Dispensing.Closing;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.HandOvers;
using Clinic.Dispensing.Returning;
using Clinic.Dispensing.Tickets;

namespace Clinic.Storage.Turso.Dispensing;

/// <summary>Stages the child rows of one dispensation; a record that is the same object before and after is not written.</summary>
internal sealed class ChildWrites(TursoUnit unit, Dispensation dispensation)
{
    private static readonly string[] WithLines = ["dispensation_lines", "dispensation_parts", "lot_accounts", "lot_issues"];

    private readonly Guid id = dispensation.Id.Value;
    private readonly Guard guard = Guard.OneRow(dispensation.Fact);

    public void Write(DispensationSnapshot? before, DispensationSnapshot after)
    {
        Differing(before?.Lines, after.Lines, Line, CutLines);
        Differing(before?.HandOvers, after.HandOvers, HandOver, first => Cut("hand_overs", "position", first));
        Differing(before?.Returns, after.Returns, Return, first => Cut("ward_returns", "position", first));
        Differing(before?.Tickets, after.Tickets, Ticket, first => Cut("tickets", "position", first));
    }

    private void Line(int _, DispensationLine? before, DispensationLine line)
    {
        if (before is null || before with { Parts = line.Parts, Accounts = line.Accounts } != line)
        {
            unit.Add(
                ChildSql.Line, guard,
                unit.Tenant, id, line.Number, DetailJson.Of(line.Product), line.Asked.Value, line.Asked.Unit.Code, Millionths.Of(line.Quantity), line.Directions,
                line.UsableThrough, line.MaySubstitute, DetailJson.OfNullable(line.Substituted));
        }

        Differing(before?.Parts, line.Parts, (i, _, p) => Part(line.Number, i, p), first => Cut("dispensation_parts", "position", first, line.Number));
        Differing(before?.Accounts, line.Accounts, (i, old, a) => Account(line.Number, i, old, a), first => CutAccounts(line.Number, first));
    }

    private void Part(int line, int position, AllocatedPart p) => unit.Add(
        ChildSql.Part, guard,
        unit.Tenant, id, line, position, p.Reservation, p.Lot.Value, p.Number, p.Expiration, Millionths.Of(p.Quantity), p.Confirmed?.By.Value,
        p.Confirmed?.At, p.IsScanned);

    private void Account(int line, int position, LotAccount? before, LotAccount a)
    {
        unit.Add(
            ChildSql.Account, guard,
            unit.Tenant, id, line, position, a.Lot.Value, a.Number, a.Expiration, Millionths.Of(a.Delivered), Millionths.Of(a.Used), Millionths.Of(a.Returned),
            Millionths.Of(a.Wasted), Millionths.Of(a.Booked), Millionths.Of(a.PendingReturn), a.FirstDelivered, a.OpenedAt, Millionths.Of(a.OpenRest), Millionths.Of(a.Overfill));
        Differing(before?.Issues, a.Issues, (i, _, issue) => Issue(line, position, i, issue), first => unit.Add(
            "DELETE FROM lot_issues WHERE tenant_id = ?1 AND dispensation_id = ?2 AND line = ?3 AND account = ?4 AND position >= ?5", Guard.None,
            unit.Tenant, id, line, position, first));
    }

    private void Issue(int line, int account, int position, LotIssue issue) => unit.Add(
        ChildSql.Issue, guard,
        unit.Tenant, id, line, account, position, issue.HandOver.Value, issue.Posting, Millionths.Of(issue.Quantity), Millionths.Of(issue.Returned));

    private void HandOver(int position, HandOverRecord? _, HandOverRecord h) => unit.Add(
        ChildSql.HandOver, guard,
        unit.Tenant, id, position, h.Id.Value, h.At, h.Deliverer.Value, h.Recipient.Value, DetailJson.OfNullable(h.Receipt),
        DetailJson.OfNullable(h.Attestation), DetailJson.OfNullable(h.SecondPerson), h.Attachment?.Value, DetailJson.Of(h.Parts));

    private void Return(int position, ReturnRecord? _, ReturnRecord r) => unit.Add(
        ChildSql.Return, guard,
        unit.Tenant, id, position, r.Id.Value, r.Line, r.Lot.Value, Millionths.Of(r.Declared), SqlValue.Of(r.Condition), r.Reason, r.DeclaredBy.By.Value,
        r.DeclaredBy.At, Millionths.Of(r.Counted), r.CountedBy?.By.Value, r.CountedBy?.At, r.To?.Value);

    private void Ticket(int position, Ticket? _, Ticket t) => unit.Add(
        ChildSql.Ticket, guard,
        unit.Tenant, id, position, t.Id.Value, SqlValue.Of(t.Kind), t.Line, t.Lot?.Value, Millionths.Of(t.Amount), t.RaisedBy.Value, t.RaisedAt,
        t.Owner?.Value, t.Due, t.Escalations, t.IsOpen, DetailJson.Of(t.Evidence), DetailJson.OfNullable(t.Resolution));

    private void CutLines(int first)
    {
        foreach (var table in WithLines) Cut(table, "line", first + 1);
    }

    private void CutAccounts(int line, int first)
    {
        Cut("lot_accounts", "position", first, line);
        Cut("lot_issues", "account", first, line);
    }

    private void Cut(string table, string column, int first) => unit.Add(
        $"DELETE FROM {table} WHERE tenant_id = ?1 AND dispensation_id = ?2 AND {column} >= ?3", Guard.None, unit.Tenant, id, first);

    private void Cut(string table, string column, int first, int line) => unit.Add(
        $"DELETE FROM {table} WHERE tenant_id = ?1 AND dispensation_id = ?2 AND {column} >= ?3 AND line = ?4", Guard.None, unit.Tenant, id, first, line);

    private static void Differing<T>(IReadOnlyList<T>? before, IReadOnlyList<T> after, Action<int, T?, T> write, Action<int> cut)
        where T : class
    {
        if (ReferenceEquals(before, after)) return;
        for (var i = 0; i < after.Count; i++)
        {
            var old = before is not null && i < before.Count ? before[i] : null;
            if (!ReferenceEquals(old, after[i])) write(i, old, after[i]);
        }

        if (before?.Count > after.Count) cut(after.Count);
    }
}
