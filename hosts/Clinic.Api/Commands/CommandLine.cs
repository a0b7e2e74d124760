using Clinic.Api.Tour;

namespace Clinic.Api.Commands;

/// <summary>The commands of the executable; without one it serves.</summary>
internal static class CommandLine
{
    /// <summary>The command that the arguments begin with, or null.</summary>
    public static ICommandLine? Find(string[] args) => args.FirstOrDefault() switch
    {
        "tour" => new TourCommand(Arguments.Read(args[1..])),
        "people" => new PeopleCommand(Arguments.Read(args[1..])),
        "audit" => new AuditCommand(Arguments.Read(args[1..])),
        "fields" => new FieldsCommand(Arguments.Read(args[1..])),
        "changes" => new ChangesCommand(Arguments.Read(args[1..])),
        "db" => new DatabaseCommand(Arguments.Read(args[1..])),
        "measure" => new MeasureCommand(args[1..]),
        "doctor" => new DoctorCommand(Arguments.Read(args[1..])),
        _ => null,
    };
}
