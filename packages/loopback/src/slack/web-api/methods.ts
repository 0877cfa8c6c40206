export { deleteMessage, postEphemeral, postMessage, updateMessage } from './chat.ts';
export { announceFile, completeUpload, deleteFile, fileInfo } from './files.ts';
export { openView, publishView, pushView, updateView } from './views.ts';
export { addReaction, authTest, conversationInfo, openConnection, openConversation, userInfo } from './workspace.ts';
