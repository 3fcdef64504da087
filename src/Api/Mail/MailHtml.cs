using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace PartnershipTracker.Api.Mail;

/// <summary>Renders the HTML of a mail with a component.</summary>
internal sealed class MailHtml(IServiceProvider services, ILoggerFactory loggers)
{
    public async Task<string> RenderAsync<TComponent>(IDictionary<string, object?> parameters)
        where TComponent : IComponent
    {
        await using var renderer = new HtmlRenderer(services, loggers);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(parameters))).ToHtmlString()
        );
    }
}
