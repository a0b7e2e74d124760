namespace Clinic.Api.Commands;

/// <summary>A command of the executable.</summary>
internal interface ICommandLine
{
    /// <summary>Runs it and returns the exit code: 0 done, 1 refused, 2 used wrongly.</summary>
    Task<int> RunAsync();
}
