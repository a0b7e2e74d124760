namespace Clinic.Abstractions.Tests.Commands;

/// <summary>A command that writes down a text.</summary>
internal sealed record Note(string Text, string Name = "test.note") : ICommand<NoteAnswer>
{
    public void Describe(IPayloadWriter payload) => payload.Write("text", Text);
}

internal sealed record NoteAnswer(string Text, decimal Amount, long Version);
