using Clinic.Transcription.Drafting;
using Clinic.Transcription.OpenAI;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers drafters that ask a language model.</summary>
public static class OpenAITranscription
{
    /// <summary>Adds the drafter <c>openai</c>; nothing is sent before a report asks for it and the patient agreed.</summary>
    /// <remarks>Calling twice is safe.</remarks>
    public static TranscriptionBuilder AddOpenAIDrafts(this TranscriptionBuilder builder, Action<OpenAIDraftOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddOptionsWithValidateOnStart<OpenAIDraftOptions>();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<OpenAIDraftOptions>, OpenAIDraftOptionsValidator>());
        builder.Services.Configure(configure);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IReportDrafter, OpenAIReportDrafter>());
        return builder;
    }

    /// <summary>Adds a drafter on the <see cref="IChatClient"/> that the app registered.</summary>
    public static TranscriptionBuilder AddChatClientDrafts(this TranscriptionBuilder builder, Action<ChatClientDraftOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var options = new ChatClientDraftOptions();
        configure?.Invoke(options);
        builder.Services.AddSingleton<IReportDrafter>(p => new ChatClientReportDrafter(p.GetRequiredService<IChatClient>(), options));
        return builder;
    }
}
