using Clinic.Abstractions;
using Clinic.Api.Binding;
using Clinic.Dispensing;
using Clinic.Dispensing.Checklists;

namespace Clinic.Api.Dispensing;

/// <summary>The checklists from which departments request.</summary>
internal static class ChecklistRoutes
{
    public static Task<Page<Checklist>> ListAsync(
        SiteReading reading, DepartmentId? department, [AsParameters] Paged paged, ChecklistBook book, CancellationToken ct) =>
        book.ListAsync(reading.X, department, paged.Request, ct);

    public static async Task<Checklist> FindAsync(SiteReading reading, ChecklistId checklist, ChecklistBook book, HttpContext http, CancellationToken ct)
    {
        var found = await book.FindAsync(reading.X, checklist, ct) ?? throw new DispensingException(DispensingRules.ChecklistUnknown, ("checklist", checklist));
        ReadVersion.Tell(http, found.Version);
        return found;
    }

    public static Task<ChecklistAnswer> AddAsync(SiteCommand command, Body<AddChecklistRequest> body, ChecklistBook book, CancellationToken ct) =>
        book.SaveAsync(command.X, new() { Department = body.Value.Department, Title = body.Value.Name, Items = body.Value.Items }, ct);

    public static Task<ChecklistAnswer> ChangeAsync(
        SiteCommand command, ChecklistId checklist, ReadVersion read, Body<ChangeChecklistRequest> body, ChecklistBook book, CancellationToken ct) =>
        book.SaveAsync(command.X, new()
        {
            Checklist = checklist,
            Version = read.Or(body.Value.Version),
            Department = body.Value.Department,
            Title = body.Value.Name,
            Items = body.Value.Items,
            IsRetired = body.Value.IsRetired,
        }, ct);
}
